package org.hengjian.agencies;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What fits a person for the legal review of penalties (从事法制审核的资格): the national legal qualification
 * (法律职业资格), or having reviewed before the law asked for it (行政处罚法 art. 58 asks those who do so for the first time).
 *
 * @param certificate number of the certificate (法律职业资格证书编号); empty for none
 * @param certifiedOn the day of the certificate
 * @param since       the day from which the person has reviewed; empty where nobody said so
 */
public record LegalQualification(String certificate, Optional<LocalDate> certifiedOn, Optional<LocalDate> since) {

    public static final LegalQualification NONE = new LegalQualification("", Optional.empty(), Optional.empty());

    private static final int CERTIFICATE_MOST = 40;

    public LegalQualification {
        if (certificate.isEmpty() != certifiedOn.isEmpty()) {
            throw new IllegalArgumentException("a certificate without its day, or a day without its certificate");
        }
    }

    /** Whether that may be the number of a certificate; says nothing of whether it was given. */
    static boolean isCertificate(String number) {
        return number.length() <= CERTIFICATE_MOST && number.matches("[A-Z0-9]+");
    }

    public boolean isCertifiedOn(LocalDate day) {
        return certifiedOn.filter(on -> !on.isAfter(day)).isPresent();
    }
}
