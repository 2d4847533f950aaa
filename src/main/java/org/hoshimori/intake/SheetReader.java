package org.hoshimori.intake;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/// Reads one sheet out of whatever somebody uploads: an Excel workbook or CSV. Never computes, never follows a link,
/// never unfolds more than its limits, and says every refusal as a value.
@Component
public class SheetReader {

    /// How reading a file ended.
    public sealed interface ReadOutcome {

        /// @param sheet without lines when the file has only others
        /// @param beside what else was sought and found, by its word
        record Read(Sheet sheet, Map<String, Sheet> beside) implements ReadOutcome {}

        record Refused(Refusal reason) implements ReadOutcome {}
    }

    /// Why a file is not read.
    public enum Refusal {
        EMPTY,
        /// An .xls of Excel 2003, or a workbook behind a password.
        OLD_OR_LOCKED,
        MACROS,
        /// Unfolds to more than any honest register.
        BOMB,
        TOO_MANY_ROWS,
        /// Neither a workbook nor text in UTF-8, UTF-16 or Shift_JIS.
        UNKNOWN,
        BROKEN;

        /// The word in message keys.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Says why a file cannot be read; stays inside the room.
    static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;
        private final Refusal reason;

        Stop(Refusal reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }

        Refusal reason() {
            return reason;
        }
    }

    /// Reads the sheet that looks most like what is sought, and others beside it.
    ///
    /// @param likeness of a sheet's first rows and name; the highest is read, the first of equals
    /// @param beside the same for other sheets, by a word for each; what looks like -1 is not it
    public ReadOutcome read(byte[] file, ToIntFunction<Sheet> likeness, Map<String, ToIntFunction<Sheet>> beside) {
        try {
            if (file.length == 0) {
                throw new Stop(Refusal.EMPTY);
            }
            if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
                throw new Stop(Refusal.OLD_OR_LOCKED);
            }
            var read = starts(file, 'P', 'K', 3, 4)
                    ? new XlsxSheets(ZipParts.of(file)).best(likeness, beside)
                    : new ReadOutcome.Read(CsvSheet.read(file), Map.of());
            if (read.sheet().lines().isEmpty() && read.beside().isEmpty()) {
                throw new Stop(Refusal.EMPTY);
            }
            return read;
        } catch (Stop stop) {
            return new ReadOutcome.Refused(stop.reason());
        }
    }

    private static boolean starts(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (var place = 0; place < bytes.length; place++) {
            if ((file[place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }
}
