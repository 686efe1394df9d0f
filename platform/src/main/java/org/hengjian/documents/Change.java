package org.hengjian.documents;

/**
 * One passage put right.
 *
 * @param place where it stands, in the words of the notice: 正文第3段
 * @param wrong as it stands there
 * @param right as it is to be read
 */
record Change(String place, String wrong, String right) {

    @Override
    public String toString() {
        return "Change[" + place + "]"; // the words may name people
    }
}
