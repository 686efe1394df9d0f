package org.hengjian.commands;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.hengjian.postgres.DataFolderInUse;
import org.hengjian.postgres.NotADataFolder;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence. The stack is for us, and shown when {@code HENGJIAN_TRACE} is set. */
final class PlainWords implements IExecutionExceptionHandler {

    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        var words = line.getErr();
        words.println("hengjian: " + sentence(exception));
        if (System.getenv("HENGJIAN_TRACE") != null) {
            exception.printStackTrace(words);
        }
        words.flush();
        return FAILED;
    }

    private static String sentence(Throwable thrown) {
        return switch (thrown) {
            case NoSuchFileException absent -> "there is no file " + absent.getFile() + ".";
            case AccessDeniedException denied -> "no permission for " + denied.getFile() + ".";
            case DataFolderInUse used ->
                used.getMessage() + ". Use the one that runs already, stop it first, or take another: --data FOLDER.";
            case NotADataFolder foreign -> foreign.getMessage() + ". Take another: --data FOLDER.";
            case FileNotFoundException absent -> String.valueOf(absent.getMessage());
            case UncheckedIOException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case IllegalArgumentException refused when refused.getMessage() != null -> refused.getMessage();
            default ->
                "this should not have happened: " + thrown + ". Set HENGJIAN_TRACE=1 and run it again for the details"
                        + " that a report of this defect needs.";
        };
    }
}
