package org.hoshimori.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks into a .docx that came from outside before anything opens it: no macros, nothing from elsewhere, no bomb.
public final class WordCheck {

    /// Unpacked, all parts together.
    private static final long MOST = 100L << 20;

    private static final int MOST_PARTS = 2000;
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private WordCheck() {}

    /// What is wrong, in words that end keys of messages: `kind` (no Word file), `macros`, `outside` (something is
    /// loaded from elsewhere), `size`; empty when it may be used.
    public static List<String> problems(byte[] content) {
        var problems = new ArrayList<String>();
        var document = false;
        long size = 0;
        var parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                var part = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST - size + 1));
                size += part.length;
                if (size > MOST || ++parts > MOST_PARTS) {
                    return List.of("size");
                }
                document |= name.equals("word/document.xml");
                if (name.contains("vbaproject") || name.contains("activex") || name.contains("embeddings/")) {
                    problems.add("macros");
                }
                if (name.endsWith(".rels") && any(part, WordCheck::outside)) {
                    problems.add("outside");
                }
                if (name.equals("[content_types].xml") && any(part, WordCheck::macros)) {
                    problems.add("macros");
                }
            }
        } catch (IOException | IllegalArgumentException | XMLStreamException e) {
            return List.of("kind");
        }
        return document ? problems.stream().distinct().toList() : List.of("kind");
    }

    /// Reads a part as Word does, whatever its letters and names look like. Errors: `XMLStreamException`, also for one
    /// with a document type.
    private static boolean any(byte[] part, Predicate<XMLStreamReader> found) throws XMLStreamException {
        var xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        var any = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type");
            }
            any |= event == XMLStreamConstants.START_ELEMENT && found.test(xml);
        }
        return any;
    }

    /// A link that somebody may click is harmless; everything else is fetched when the file is opened.
    private static boolean outside(XMLStreamReader xml) {
        return "External".equalsIgnoreCase(attribute(xml, "TargetMode"))
                && !attribute(xml, "Type").endsWith("/hyperlink");
    }

    private static boolean macros(XMLStreamReader xml) {
        return attribute(xml, "ContentType").toLowerCase(Locale.ROOT).contains("macroenabled");
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }
}
