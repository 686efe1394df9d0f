package org.hengjian.postgres;

import java.nio.file.Path;

/** A folder that holds what others made; it is neither emptied nor mixed with ours. */
public final class NotADataFolder extends RuntimeException {

    NotADataFolder(Path folder) {
        super(folder + " is not a data folder of Hengjian and is left as it is");
    }
}
