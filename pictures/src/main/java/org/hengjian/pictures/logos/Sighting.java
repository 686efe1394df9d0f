package org.hengjian.pictures.logos;

import org.hengjian.pictures.Box;

/**
 * A sign like a known logo, in a picture (发现近似图形).
 *
 * @param brand     whose logo it resembles
 * @param agreement how far it agrees with it, up to 1
 */
public record Sighting(String brand, Box box, double agreement) {}
