package org.hoshimori.paper;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the renderer has to say, in our log: from warnings upwards, and only the name of the message. Its full messages quote addresses and
/// text of the document, which may be personal.
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

    // XRLogger demands the two older forms as well; the renderer itself calls the one above.
}
