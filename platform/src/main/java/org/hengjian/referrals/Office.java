package org.hengjian.referrals;

/** A police office or a procuratorate that takes part. @param name as on the letters of that day */
public record Office(long id, String name) {}
