package org.hoshimori.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A setting that must not be started with. The console shows the sentence instead of a stack trace.
final class RefusedStart extends RuntimeException {

    RefusedStart(String sentence) {
        super(sentence, null, false, false);
    }

    /// Named in `META-INF/spring.factories`.
    static final class Analysis extends AbstractFailureAnalyzer<RefusedStart> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, RefusedStart refused) {
            return new FailureAnalysis(
                    refused.getMessage(), "Change the setting and start again. Nothing was opened.", failure);
        }
    }
}
