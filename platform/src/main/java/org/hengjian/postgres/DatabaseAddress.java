package org.hengjian.postgres;

/**
 * Where the database is and with which of the two roles to speak to it.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, Login owner, Login application) {

    /** A database role with its password; never printed. */
    public record Login(String role, String password) {

        @Override
        public String toString() {
            return "Login[" + role + ", ***]";
        }
    }
}
