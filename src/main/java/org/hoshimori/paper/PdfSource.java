package org.hoshimori.paper;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The text of a template, read as XML and made ready for the renderer.
///
/// Read strictly, not repaired: a forgotten end tag in a policy is a bug that a test must see, not a page that
/// looks odd at a customer's. Document types and entities are refused altogether, because they can pull files of
/// the machine into the paper (XXE).
final class PdfSource {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Pattern HTML5_DOCTYPE =
            Pattern.compile("\\A\\uFEFF?\\s*<!doctype\\s+html\\s*>", Pattern.CASE_INSENSITIVE);

    private final Document document;

    private PdfSource(Document document) {
        this.document = document;
    }

    /// Throws [IllegalArgumentException] for text that is not well-formed, or has no title or language: PDF/UA (ISO
    /// 14289-1, 7.1 and 7.2) demands both, and a screen reader without the language reads Japanese as English.
    static PdfSource parse(String xhtml) {
        String xml = HTML5_DOCTYPE.matcher(XmlCharacters.allowed(xhtml)).replaceFirst("");
        try {
            DocumentBuilder parser = parser();
            parser.setErrorHandler(new Strict());
            PdfSource page = new PdfSource(parser.parse(new InputSource(new StringReader(xml))));
            page.requireTitleAndLanguage();
            page.describe();
            page.adoptDrawings();
            return page;
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "Not a well-formed page, line %d, column %d: %s"
                            .formatted(e.getLineNumber(), e.getColumnNumber(), e.getMessage()),
                    e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// First in the head, so that a page can say otherwise in a `style` of its own.
    void addStylesheet(String css) {
        Element style = document.createElement("style");
        style.setTextContent(css);
        head().insertBefore(style, head().getFirstChild());
    }

    Set<String> bodyClasses() {
        return document.getElementsByTagName("body").item(0) instanceof Element body
                ? Set.copyOf(List.of(body.getAttribute("class").trim().split("\\s+")))
                : Set.of();
    }

    Document document() {
        return document;
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        // The JDK's own parser, whatever else a library brings along: the settings below are its names.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        return factory.newDocumentBuilder();
    }

    private void requireTitleAndLanguage() {
        if (document.getDocumentElement().getAttribute("lang").isBlank()) {
            throw new IllegalArgumentException("The page needs its language: <html lang=\"ja\">");
        }
        if (title().isBlank()) {
            throw new IllegalArgumentException("The page needs a title: <head><title>…</title></head>");
        }
    }

    private Element head() {
        if (document.getElementsByTagName("head").item(0) instanceof Element head) {
            return head;
        }
        throw new IllegalArgumentException("The page needs a head: <head><title>…</title></head>");
    }

    /// Of the head, because a drawing may have a `title` too.
    private String title() {
        return head().getElementsByTagName("title").item(0) instanceof Element title ? title.getTextContent() : "";
    }

    /// PDF/UA asks for a description in the metadata beside the title; a page says it with `<meta name="subject"
    /// content="…"/>`, else the title serves.
    private void describe() {
        NodeList metas = head().getElementsByTagName("meta");
        for (int index = 0; index < metas.getLength(); index++) {
            if (metas.item(index) instanceof Element meta && "subject".equals(meta.getAttribute("name"))) {
                return;
            }
        }
        Element subject = document.createElement("meta");
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", title());
        head().appendChild(subject);
    }

    /// HTML5 needs no namespace on `svg`, the SVG renderer draws nothing without it. A reader is told the
    /// `aria-label` of a drawing; PDF knows it as the alternative text.
    private void adoptDrawings() {
        NodeList drawings = document.getElementsByTagName("svg");
        for (int index = 0; index < drawings.getLength(); index++) {
            Element drawing = (Element) drawings.item(index);
            if (!drawing.hasAttribute("alt")) {
                drawing.setAttribute("alt", drawing.getAttribute("aria-label"));
            }
            if (!SVG.equals(drawing.getNamespaceURI())) {
                moveToSvg(drawing);
            }
        }
    }

    private void moveToSvg(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            moveToSvg(child);
        }
        if (node instanceof Element) {
            document.renameNode(node, SVG, node.getNodeName());
        }
    }

    /// Without it the parser writes to the standard error stream and goes on after mistakes that are not fatal.
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException mistake) {}

        @Override
        public void error(SAXParseException mistake) throws SAXException {
            throw mistake;
        }

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
