package org.hengjian.referrals;

import org.hengjian.access.Role;

/** Those that work on a referral. */
public enum Side {
    /** 移送机关: the administrative agency that refers. */
    AGENCY,
    /** 公安机关: the office that it was sent to, or forwarded to. */
    POLICE,
    /** 人民检察院 of the same level. */
    PROCURATORATE,
    /** 人民法院 that the case was brought before. */
    COURT;

    static Side of(Role role) {
        return switch (role) {
            case POLICE -> POLICE;
            case PROSECUTOR -> PROCURATORATE;
            case COURT_CLERK -> COURT;
            default -> AGENCY;
        };
    }
}
