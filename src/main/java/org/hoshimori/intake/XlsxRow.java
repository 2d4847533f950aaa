package org.hoshimori.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.intake.Sheet.Note;
import org.hoshimori.intake.SheetReader.Stop;

/// One row of a sheet, cell by cell; what stands too far to the right is passed over.
record XlsxRow(XlsxSheets sheets, EnumSet<Note> notes) {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    List<String> read(XMLStreamReader xml) throws XMLStreamException, Stop {
        var cells = new ArrayList<String>();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                sheets.one();
                var column = column(XlsxSheets.attribute(xml, "r"), cells.size());
                var text = cell(xml);
                if (column < Sheet.MOST_COLUMNS) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    if (text.length() > Sheet.LONGEST_CELL) {
                        notes.add(Note.LONG_CELLS);
                    }
                    cells.set(column, XlsxSheets.shortened(text));
                }
            }
        }
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
        var kind = XlsxSheets.attribute(xml, "t");
        var style = XlsxSheets.attribute(xml, "s");
        var raw = "";
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> raw = xml.getElementText();
                    case "is" -> raw = rich(xml, "is");
                    case "f" -> notes.add(Note.FORMULAS);
                    default -> {}
                }
            }
        }
        return raw.isEmpty() ? "" : sheets.value(kind, style, raw);
    }

    /// The column of a place such as `AB12`, from 0; a place too far away is one past the last.
    private static int column(String place, int next) {
        var column = 0;
        var letters = 0;
        while (letters < place.length() && Character.isLetter(place.charAt(letters))) {
            var letter = Character.toUpperCase(place.charAt(letters));
            if (letter < 'A' || letter > 'Z' || letters >= 3) {
                return Sheet.MOST_COLUMNS;
            }
            column = column * 26 + letter - 'A' + 1;
            letters++;
        }
        return letters == 0 ? next : column - 1;
    }

    /// The letters of all runs up to the end of an element; how they are read aloud is left out.
    static String rich(XMLStreamReader xml, String end) throws XMLStreamException {
        var text = new StringBuilder();
        var phonetic = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                phonetic = true;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")
                    && !phonetic) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(end)) {
                    break;
                }
                phonetic &= !xml.getLocalName().equals("rPh");
            }
        }
        return unescaped(text.toString());
    }

    /// Excel writes control characters as `_x000D_`.
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
