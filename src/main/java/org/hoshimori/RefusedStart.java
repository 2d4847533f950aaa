package org.hoshimori;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// A start that Hoshimori itself refuses (wrong role, folder in use, bad content, open to the network without TLS)
/// ends in its sentence, not in a stack trace.
class RefusedStart implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            if (ours(cause)) {
                break;
            }
            cause = cause.getCause();
        }
        return ours(cause) ? new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause) : null;
    }

    /// Thrown on purpose by one of our rooms, with a sentence for the operator.
    private static boolean ours(Throwable cause) {
        var thrown = cause.getStackTrace();
        return cause instanceof RuntimeException
                && cause.getMessage() != null
                && thrown.length > 0
                && thrown[0].getClassName().startsWith("org.hoshimori.");
    }
}
