package org.hoshimori.intake;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.intake.Sheet.Line;
import org.hoshimori.intake.Sheet.Note;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.intake.SheetReader.Refusal;
import org.hoshimori.intake.SheetReader.Stop;
import org.jspecify.annotations.Nullable;

/// The sheets of a workbook (ISO/IEC 29500), read as a stream of XML without document types or entities of its own.
/// A reader of our own, because a cell that says it stands in column ZZZZZZ must not make room for it.
final class XlsxSheets {

    private static final int LOOKED_AT = 40;
    private static final int MOST_SHEETS = 50;
    private static final int MOST_TEXTS = 1_000_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,17}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?");

    private static final int MOST_ELEMENTS = 2_000_000;

    private final ZipParts parts;
    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private final List<String> texts = new ArrayList<>();
    private final Set<String> dayStyles = new HashSet<>();
    private int elements;
    private long epoch = LocalDate.of(1899, 12, 30).toEpochDay();

    XlsxSheets(ZipParts parts) {
        this.parts = parts;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /// The sheets beside, then the sheet that looks most like what is sought of those that are left.
    ReadOutcome.Read best(ToIntFunction<Sheet> likeness, Map<String, ToIntFunction<Sheet>> beside) throws Stop {
        try {
            var sheets = sheets();
            readTexts();
            readStyles();
            Map<String, Sheet> heads = new LinkedHashMap<>();
            for (var sheet : sheets.entrySet()) {
                heads.put(sheet.getKey(), sheet(sheet.getKey(), sheet.getValue(), LOOKED_AT));
            }
            Map<String, Sheet> found = new LinkedHashMap<>();
            for (var sought : beside.entrySet()) {
                var name = most(heads, sought.getValue());
                if (name != null && sought.getValue().applyAsInt(known(heads, name)) >= 0) {
                    found.put(sought.getKey(), sheet(name, known(sheets, name), Integer.MAX_VALUE));
                    heads.remove(name);
                }
            }
            var name = most(heads, likeness);
            if (name == null || (!found.isEmpty() && likeness.applyAsInt(known(heads, name)) < 0)) {
                if (found.isEmpty()) {
                    throw new Stop(Refusal.EMPTY);
                }
                return new ReadOutcome.Read(new Sheet("", List.of(), EnumSet.noneOf(Note.class)), found);
            }
            var best = sheet(name, known(sheets, name), Integer.MAX_VALUE);
            if (parts.linksElsewhere()) {
                best.notes().add(Note.EXTERNAL_LINKS);
            }
            return new ReadOutcome.Read(best, found);
        } catch (XMLStreamException | RuntimeException e) {
            throw new Stop(Refusal.BROKEN);
        }
    }

    private static @Nullable String most(Map<String, Sheet> heads, ToIntFunction<Sheet> likeness) {
        String best = null;
        var most = Integer.MIN_VALUE;
        for (var head : heads.entrySet()) {
            var looks = likeness.applyAsInt(head.getValue());
            if (looks > most) {
                most = looks;
                best = head.getKey();
            }
        }
        return best;
    }

    private static <T> T known(Map<String, T> map, String name) {
        return java.util.Objects.requireNonNull(map.get(name));
    }

    private XMLStreamReader xml(byte[] part) throws XMLStreamException {
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private Map<String, String> sheets() throws XMLStreamException, Stop {
        Map<String, String> targets = new HashMap<>();
        var rels = xml(part("xl/_rels/workbook.xml.rels"));
        while (rels.hasNext()) {
            if (rels.next() == XMLStreamConstants.START_ELEMENT
                    && rels.getLocalName().equals("Relationship")) {
                targets.put(attribute(rels, "Id"), attribute(rels, "Target"));
            }
        }
        Map<String, String> sheets = new LinkedHashMap<>();
        var book = xml(part("xl/workbook.xml"));
        while (book.hasNext()) {
            if (book.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (book.getLocalName().equals("sheet") && sheets.size() < MOST_SHEETS) {
                var target = targets.getOrDefault(attribute(book, "id"), "");
                var path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                if (!sheets.containsValue(path)) {
                    sheets.put(attribute(book, "name"), path);
                }
            } else if (book.getLocalName().equals("workbookPr")
                    && attribute(book, "date1904").matches("1|true")) {
                epoch = LocalDate.of(1904, 1, 1).toEpochDay();
            }
        }
        return sheets;
    }

    private byte[] part(String name) throws Stop {
        return parts.part(name).orElseThrow(() -> new Stop(Refusal.BROKEN));
    }

    private void readTexts() throws XMLStreamException, Stop {
        var part = parts.part("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return;
        }
        var xml = xml(part.get());
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (texts.size() >= MOST_TEXTS) {
                    throw new Stop(Refusal.BOMB);
                }
                // One letter more than fits, so that the cell can tell.
                var text = XlsxRow.rich(xml, "si");
                texts.add(text.length() <= Sheet.LONGEST_CELL ? text : text.substring(0, Sheet.LONGEST_CELL + 1));
            }
        }
    }

    /// Whether a format shows a day: it names year, month or day outside of quotes and colours.
    private static boolean day(String format) {
        var plain = format.substring(0, Math.min(255, format.length()))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "");
        return plain.matches(".*[ymd].*") && !plain.contains("0");
    }

    private void readStyles() throws XMLStreamException {
        var part = parts.part("xl/styles.xml");
        if (part.isEmpty()) {
            return;
        }
        Set<String> days = new HashSet<>();
        for (var id = 14; id <= 58; id++) {
            if (id <= 17 || id == 22 || (id >= 27 && id <= 36) || id >= 50) {
                days.add(String.valueOf(id));
            }
        }
        var xml = xml(part.get());
        var inCells = false;
        var style = 0;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "numFmt" -> {
                        if (day(attribute(xml, "formatCode"))) {
                            days.add(attribute(xml, "numFmtId"));
                        }
                    }
                    case "cellXfs" -> inCells = true;
                    case "xf" -> {
                        if (inCells && days.contains(attribute(xml, "numFmtId"))) {
                            dayStyles.add(String.valueOf(style));
                        }
                        style += inCells ? 1 : 0;
                    }
                    default -> {}
                }
            }
        }
    }

    private Sheet sheet(String name, String path, int most) throws XMLStreamException, Stop {
        var notes = EnumSet.noneOf(Note.class);
        var lines = new ArrayList<Line>();
        var part = parts.part(path);
        if (part.isEmpty()) {
            return new Sheet(shortened(name), lines, notes);
        }
        var xml = xml(part.get());
        var number = 0;
        var letters = 0;
        while (xml.hasNext() && lines.size() < most) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("row")) {
                one();
                var said = attribute(xml, "r");
                number = said.matches("\\d{1,7}") ? Integer.parseInt(said) : number + 1;
                var line = new Line(number, new XlsxRow(this, notes).read(xml));
                if (!line.blank()) {
                    letters += line.letters();
                    if (letters > Sheet.MOST_LETTERS) {
                        throw new Stop(Refusal.BOMB);
                    }
                    if (lines.size() >= Sheet.MOST_ROWS) {
                        throw new Stop(Refusal.TOO_MANY_ROWS);
                    }
                    lines.add(line);
                }
            }
        }
        return new Sheet(shortened(name), lines, notes);
    }

    /// Counts a row or a cell, whatever it holds: millions of empty ones are no register, but take their time.
    void one() throws Stop {
        if (++elements > MOST_ELEMENTS) {
            throw new Stop(Refusal.BOMB);
        }
    }

    /// What a cell says, by its kind.
    String value(String kind, String style, String raw) {
        return switch (kind) {
            case "s" -> {
                var index = raw.matches("\\d{1,7}") ? Integer.parseInt(raw) : -1;
                yield index >= 0 && index < texts.size() ? texts.get(index) : "";
            }
            case "b" -> raw.equals("1") ? "true" : "false";
            case "str", "inlineStr" -> XlsxRow.unescaped(raw);
            case "e" -> "";
            case "d" -> raw.length() > 10 ? raw.substring(0, 10) : raw;
            default -> number(style, raw);
        };
    }

    private String number(String style, String raw) {
        if (raw.length() > 50 || !NUMBER.matcher(raw).matches()) {
            return raw;
        }
        var value = new BigDecimal(raw);
        if (dayStyles.contains(style) && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            return LocalDate.ofEpochDay(epoch + value.longValue()).toString();
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static String shortened(String text) {
        return text.length() <= Sheet.LONGEST_CELL ? text : text.substring(0, Sheet.LONGEST_CELL);
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            if (xml.getAttributeLocalName(index).equals(name)) {
                return xml.getAttributeValue(index);
            }
        }
        return "";
    }
}
