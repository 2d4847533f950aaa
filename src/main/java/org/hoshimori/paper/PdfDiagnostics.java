package org.hoshimori.paper;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the renderer has to say, in our log: from warnings upwards, and only the name of the message. Its full
/// messages quote addresses and text of the document, which may be personal.
final class PdfDiagnostics implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(PdfDiagnostics.class);

    @Override
    public void log(Diagnostic diagnostic) {
        LOG.warn("PDF: {}", diagnostic.getLogMessageId());
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }

    @Override
    public void log(String where, Level level, String message) {
        LOG.warn("PDF: message from {}", where);
    }

    @Override
    public void log(String where, Level level, String message, Throwable cause) {
        LOG.warn("PDF: {} from {}", cause.getClass().getName(), where);
    }

    /// The threshold is ours; the renderer may not lower it.
    @Override
    public void setLevel(String logger, Level level) {}
}
