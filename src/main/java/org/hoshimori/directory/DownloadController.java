package org.hoshimori.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.paper.XmlCharacters;
import org.hoshimori.web.Open;
import org.hoshimori.web.Reach;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The directory for machines: whole as CSV and JSON, the newest as an Atom feed (RFC 4287), every page in a sitemap.
/// All of it streamed, so that its length costs no memory.
@Open("shows accepted declarations with their public fields, which are made to be read by everybody")
@Controller
class DownloadController {

    /// The fields of CSV and JSON in their order; `directory.data.<field>` explains each.
    static final List<String> FIELDS = List.of(
            "number",
            "star",
            "name",
            "kana",
            "corporate_number",
            "industry",
            "prefecture",
            "municipality",
            "town",
            "holder",
            "since",
            "policy_url");

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Search NEWEST =
            new Search(null, null, null, null, new Search.Place(null, null), null, Search.Order.NEWEST);
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final DownloadRepository data;
    private final DirectoryRepository entries;
    private final SearchRepository searches;
    private final ReaderLimit limit;
    private final Reach reach;

    DownloadController(
            DownloadRepository data,
            DirectoryRepository entries,
            SearchRepository searches,
            ReaderLimit limit,
            Reach reach) {
        this.data = data;
        this.entries = entries;
        this.searches = searches;
        this.limit = limit;
        this.reach = reach;
    }

    @GetMapping("/directory/data.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!due(request, response) || !wholeFile(request, response)) {
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"declarations.csv\"");
        try (var csv = new CsvPaper(response.getOutputStream())) {
            csv.row(FIELDS);
            data.each(entry -> csv.row(values(entry).values().stream()
                    .map(value -> value == null ? "" : value)
                    .toList()));
        }
    }

    @GetMapping("/directory/data.json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!due(request, response) || !wholeFile(request, response)) {
            return;
        }
        response.setContentType("application/json");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartArray();
            data.each(entry -> {
                json.writeStartObject();
                values(entry)
                        .forEach((field, value) -> json.writePOJOProperty(
                                field, value != null && field.equals("star") ? Integer.valueOf(value) : value));
                json.writeEndObject();
            });
            json.writeEndArray();
        }
    }

    @GetMapping("/directory/feed.atom")
    void feed(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
        if (!page(request, response) || !due(request, response)) {
            return;
        }
        var newest = searches.find(NEWEST, null).entries();
        var changed = entries.changedAt();
        var xml = xml(response, "application/atom+xml");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "id", reach.url("/directory/feed.atom"));
        element(xml, "title", "SECURITY ACTION");
        element(xml, "updated", changed == null ? "1970-01-01T00:00:00Z" : changed.toString());
        link(xml, "self", reach.url("/directory/feed.atom"));
        link(xml, "alternate", reach.url("/directory"));
        for (var entry : newest) {
            xml.writeStartElement("entry");
            element(xml, "id", reach.url("/d/" + entry.number()));
            element(xml, "title", "★".repeat(entry.star()) + " " + entry.name());
            element(xml, "updated", entry.since() + "T00:00:00+09:00");
            xml.writeStartElement("author");
            element(xml, "name", entry.name());
            xml.writeEndElement();
            link(xml, "alternate", reach.url("/d/" + entry.number()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.close();
    }

    @GetMapping("/sitemap.xml")
    void sitemaps(HttpServletRequest request, HttpServletResponse response) throws IOException, XMLStreamException {
        if (!page(request, response) || !due(request, response)) {
            return;
        }
        var xml = xml(response, "application/xml");
        xml.writeStartElement("sitemapindex");
        xml.writeDefaultNamespace(SITEMAP);
        for (var first : data.sitemaps()) {
            xml.writeStartElement("sitemap");
            element(xml, "loc", reach.url("/sitemap/" + first + ".xml"));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.close();
    }

    @GetMapping("/sitemap/{first}.xml")
    void sitemap(@PathVariable String first, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        if (!page(request, response) || !due(request, response)) {
            return;
        }
        var xml = xml(response, "application/xml");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(SITEMAP);
        for (var number : data.numbers(first)) {
            xml.writeStartElement("url");
            element(xml, "loc", reach.url("/d/" + number));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.close();
    }

    /// Public for five minutes; whoever has today's answer already gets a 304 and nothing is read.
    private boolean due(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FRESH).cachePublic().getHeaderValue());
        return !new ServletWebRequest(request, response)
                .checkNotModified("W/\"" + Objects.hash(entries.version(), request.getRequestURI()) + "\"");
    }

    private boolean wholeFile(HttpServletRequest request, HttpServletResponse response) {
        return limit.mayReadFile(request.getRemoteAddr()) || refuse(response, "3600");
    }

    private boolean page(HttpServletRequest request, HttpServletResponse response) {
        return limit.mayReadPage(request.getRemoteAddr()) || refuse(response, "60");
    }

    private static boolean refuse(HttpServletResponse response, String seconds) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return false;
    }

    private static LinkedHashMap<String, @org.jspecify.annotations.Nullable String> values(DirectoryEntry entry) {
        var values = new LinkedHashMap<String, @org.jspecify.annotations.Nullable String>();
        values.put("number", entry.number());
        values.put("star", String.valueOf(entry.star()));
        values.put("name", entry.name());
        values.put("kana", entry.kana());
        values.put("corporate_number", entry.corporateNumber());
        values.put("industry", entry.industry());
        values.put("prefecture", entry.prefecture());
        values.put("municipality", entry.municipality());
        values.put("town", entry.town());
        values.put("holder", entry.holder().id());
        values.put("since", entry.since().toString());
        values.put("policy_url", entry.policyUrl());
        return values;
    }

    private static XMLStreamWriter xml(HttpServletResponse response, String type)
            throws IOException, XMLStreamException {
        response.setContentType(type + ";charset=UTF-8");
        var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(response.getOutputStream(), "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        return xml;
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlCharacters.allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
