package org.hengjian.postgres;

import java.nio.file.Path;

/** Another Hengjian runs on this data folder; two servers on one set of files would destroy them. */
public final class DataFolderInUse extends RuntimeException {

    private final Path folder;
    private final String holder;

    DataFolderInUse(Path folder, String holder) {
        super("data folder " + folder + " is in use by process " + holder);
        this.folder = folder;
        this.holder = holder;
    }

    public Path folder() {
        return folder;
    }

    /** Process number of the one who holds it, or {@code unknown}. */
    public String holder() {
        return holder;
    }
}
