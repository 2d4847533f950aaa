package org.hoshimori.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.intake.Sheet.Note;

/// One row of a sheet, cell by cell; what stands too far to the right is passed over.
record XlsxRow(XlsxSheets sheets, EnumSet<Note> notes) {

    List<String> read(XMLStreamReader xml) throws XMLStreamException {
        var cells = new ArrayList<String>();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
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
                    case "is" -> raw = XlsxSheets.inline(xml);
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
}
