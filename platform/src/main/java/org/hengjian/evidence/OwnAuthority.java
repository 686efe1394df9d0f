package org.hengjian.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The platform's own time stamp authority: a key drawn in the data folder, a certificate that it signs itself. It shows
 * that a file has not changed since; that the clock was right, only an authority of others can vouch for.
 */
final class OwnAuthority implements TimeStamps.Authority {

    private static final String ALIAS = "time";
    private static final String NAME = "CN=Hengjian time stamps";
    /** A policy must be named; 2.25 is the arc that anyone may use with a number drawn at random (ITU-T X.667). */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.244810231755482661913017");
    private static final int YEARS = 30; // beyond the years for which files of cases are kept
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int SERIAL_BITS = 127;

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    private OwnAuthority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** @param file where the key is kept, and drawn at the first call */
    static OwnAuthority in(Path file, String password, Clock clock) {
        try {
            if (!Files.exists(file)) {
                draw(file, password.toCharArray());
            }
            var store = KeyStore.getInstance("PKCS12");
            try (var in = Files.newInputStream(file)) {
                store.load(in, password.toCharArray());
            }
            return new OwnAuthority(
                    (PrivateKey) store.getKey(ALIAS, password.toCharArray()),
                    (X509Certificate) store.getCertificate(ALIAS),
                    clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the time stamps cannot be used: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the time stamps cannot be read: " + file, e);
        }
    }

    /** SHA-256 of its certificate, by which its stamps are known. */
    static String fingerprint(byte[] certificate) {
        try {
            return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] certificate() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        try {
            var signer = new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, certificate);
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    signer, digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, Set.of(NISTObjectIdentifiers.id_sha256.getId()))
                    .generate(
                            TimeStamps.request(request),
                            new BigInteger(SERIAL_BITS, new SecureRandom()),
                            Date.from(Instant.now(clock)))
                    .getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException("a time stamp cannot be made", e);
        }
    }

    private static void draw(Path file, char[] password) throws IOException, GeneralSecurityException {
        var pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = pairs.generateKeyPair();
        var name = new X500Name(NAME);
        // Years behind, so that the demonstration's clock may stand in the past.
        var from = Instant.now(Clock.systemUTC()).minus((long) YEARS * DAYS_OF_A_YEAR, ChronoUnit.DAYS);
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(from),
                Date.from(from.plus(2L * YEARS * DAYS_OF_A_YEAR, ChronoUnit.DAYS)),
                name,
                pair.getPublic());
        try {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, pair.getPrivate(), password, new X509Certificate[] {certificate});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            keep(file, bytes.toByteArray());
        } catch (OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("the key of the time stamps cannot be drawn", e);
        }
    }

    /** Complete beside its place, then moved there: a crash leaves no half key. */
    private static void keep(Path file, byte[] bytes) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(bytes));
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
