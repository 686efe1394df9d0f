package org.hengjian.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.bc.BcRSASignerInfoVerifierBuilder;
import org.bouncycastle.cms.bc.BcECSignerInfoVerifierBuilder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.cms.CMSException;

/** Asks an authority for the moment of a hash (RFC 3161) and reads what it answered. */
final class TimeStamps {

    private static final int NONCE_BITS = 64;

    private TimeStamps() {}

    /** Whoever stamps. */
    interface Authority {

        /**
         * @param request as RFC 3161 encodes it
         * @return the response, as RFC 3161 encodes it
         * @throws IOException if it cannot be reached
         */
        byte[] answer(byte[] request) throws IOException;

        /** As shown beside the moment. */
        String name();
    }

    /** A token, or its bytes in store, does not vouch for the hash. */
    static final class Unsound extends Exception {
        Unsound(String why) {
            super(why);
        }

        Unsound(Exception cause) {
            super(cause);
        }
    }

    /** A new stamp of that hash; checked before it is kept. */
    static Item.Stamp stamp(Authority authority, String sha256) throws IOException, Unsound {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] hash = HexFormat.of().parseHex(sha256);
        var request = generator.generate(
                NISTObjectIdentifiers.id_sha256, hash, new BigInteger(NONCE_BITS, new SecureRandom()));
        try {
            var response = new TimeStampResponse(authority.answer(request.getEncoded()));
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new Unsound("the authority refused: " + response.getStatusString());
            }
            byte[] encoded = token.getEncoded();
            return new Item.Stamp(encoded, verify(encoded, sha256).toInstant(), authority.name());
        } catch (TSPException e) {
            throw new Unsound(e);
        }
    }

    /**
     * The moment that the token vouches for. Its signature is checked with the certificate that it carries; whether that
     * one is to be trusted is another question, see {@link #certificate}.
     */
    static Date verify(byte[] encoded, String sha256) throws Unsound {
        try {
            var token = new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(encoded));
            var info = token.getTimeStampInfo();
            if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !HexFormat.of().formatHex(info.getMessageImprintDigest()).equals(sha256)) {
                throw new Unsound("it vouches for another hash");
            }
            token.validate(verifier(certificate(token)));
            return info.getGenTime();
        } catch (TSPException | CMSException | IOException | OperatorCreationException | IllegalArgumentException e) {
            throw new Unsound(e);
        }
    }

    /** The certificate of whoever signed the token. */
    static X509CertificateHolder certificate(byte[] encoded) throws Unsound {
        try {
            return certificate(new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(encoded)));
        } catch (TSPException | CMSException | IOException e) {
            throw new Unsound(e);
        }
    }

    private static X509CertificateHolder certificate(TimeStampToken token) throws Unsound {
        for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(one)) {
                return one;
            }
        }
        throw new Unsound("it carries no certificate of its signer");
    }

    static TimeStampRequest request(byte[] encoded) throws IOException {
        return new TimeStampRequest(encoded);
    }

    private static SignerInformationVerifier verifier(X509CertificateHolder certificate) throws OperatorCreationException {
        var names = new DefaultCMSSignatureAlgorithmNameGenerator();
        var signatures = new DefaultSignatureAlgorithmIdentifierFinder();
        var digests = new DefaultDigestAlgorithmIdentifierFinder();
        var calculators = new BcDigestCalculatorProvider();
        boolean elliptic = certificate
                .getSubjectPublicKeyInfo()
                .getAlgorithm()
                .getAlgorithm()
                .getId()
                .startsWith("1.2.840.10045");
        return elliptic
                ? new BcECSignerInfoVerifierBuilder(names, signatures, digests, calculators).build(certificate)
                : new BcRSASignerInfoVerifierBuilder(names, signatures, digests, calculators).build(certificate);
    }
}
