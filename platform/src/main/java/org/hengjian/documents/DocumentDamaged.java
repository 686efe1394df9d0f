package org.hengjian.documents;

/** An issued document's file is gone or was changed since. Restore it from a backup; never issue it anew. */
public final class DocumentDamaged extends RuntimeException {

    DocumentDamaged(String sha256) {
        super("the file of document " + sha256 + " was changed after issue");
    }

    DocumentDamaged(String sha256, Throwable cause) {
        super("the file of document " + sha256 + " cannot be read", cause);
    }
}
