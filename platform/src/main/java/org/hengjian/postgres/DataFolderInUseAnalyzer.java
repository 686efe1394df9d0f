package org.hengjian.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a person what to do about {@link DataFolderInUse} instead of a stack trace. */
final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                "The data folder " + cause.folder() + " is in use by process " + cause.holder() + ".",
                "Use the one that runs already, stop it first, or start with another folder: --data FOLDER.",
                cause);
    }
}
