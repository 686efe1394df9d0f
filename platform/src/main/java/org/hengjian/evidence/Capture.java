package org.hengjian.evidence;

/**
 * What a device says of a picture that it has just taken; like what a file says of itself, a hint and no proof.
 *
 * @param takenAt by the device's clock; empty for unknown
 * @param place   coordinates with their uncertainty, {@code 30.123456, 120.123456 ±12 m}; empty for unknown. Kept sealed
 */
public record Capture(String takenAt, String place) {

    public static final Capture NONE = new Capture("", "");
}
