package org.hoshimori.house;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// A form as it stands on a page: where it goes and what a browser would send.
///
/// @param page on which it was found
/// @param sent with its values, as the page came
/// @param typed the names of what a person types: texts, dates, numbers
/// @param files the names of what is uploaded
record WebForm(
        String page, String action, Method method, Map<String, String> sent, Set<String> typed, Set<String> files) {

    /// How a form travels.
    enum Method {
        GET,
        POST,
        MULTIPART
    }

    private static final Set<String> CHOSEN =
            Set.of("hidden", "checkbox", "radio", "submit", "button", "file", "reset", "image");

    /// All forms of a page that lead back into the product.
    static List<WebForm> of(String page, Document document) {
        var forms = new ArrayList<WebForm>();
        for (var form : document.select("form")) {
            var action = form.hasAttr("action") && !form.attr("action").isEmpty() ? form.attr("action") : page;
            if (action.startsWith("/")) {
                forms.add(of(page, action.replaceAll("#.*", ""), form));
            }
        }
        return forms;
    }

    private static WebForm of(String page, String action, Element form) {
        var sent = new LinkedHashMap<String, String>();
        var typed = new TreeSet<String>();
        var files = new TreeSet<String>();
        for (var field : form.select("input[name], select[name], textarea[name], button[name]")) {
            var name = field.attr("name");
            if (name.equals("_csrf")) {
                continue;
            }
            if (field.attr("type").equals("file")) {
                files.add(name);
                continue;
            }
            sent.putIfAbsent(name, value(field));
            var isTyped = field.normalName().equals("textarea")
                    || field.normalName().equals("input")
                            && !CHOSEN.contains(field.attr("type").toLowerCase(Locale.ROOT));
            if (isTyped) {
                typed.add(name);
            }
        }
        var method =
                !files.isEmpty() ? Method.MULTIPART : form.attr("method").equals("post") ? Method.POST : Method.GET;
        return new WebForm(page, action, method, sent, typed, files);
    }

    private static String value(Element field) {
        if (field.normalName().equals("select")) {
            var chosen = field.select("option[selected]");
            return chosen.isEmpty() ? field.select("option").attr("value") : chosen.attr("value");
        }
        return field.val();
    }

    /// A bare address, without anything to fill in.
    static WebForm address(String path) {
        return new WebForm(path, path, Method.GET, Map.of(), Set.of(), Set.of());
    }

    /// What it asks for: the same form of another thing has the same shape.
    String shape() {
        return sent.keySet().stream().map(WebForm::shape).distinct().toList().toString();
    }

    /// An address or a name without what tells one thing from another.
    static String shape(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").replaceAll("[0-9]+", "9");
    }

    /// What a browser would send after these values were put in.
    AbstractMockHttpServletRequestBuilder<?> with(Map<String, String> values, byte[] upload) {
        AbstractMockHttpServletRequestBuilder<?> request =
                switch (method) {
                    case GET -> get(URI.create(action));
                    case POST -> post(URI.create(action));
                    case MULTIPART -> {
                        var parts = multipart(URI.create(action));
                        for (var name : files) {
                            parts.file(new MockMultipartFile(name, "見本.xlsx", "application/octet-stream", upload));
                        }
                        yield parts;
                    }
                };
        values.forEach(request::param);
        return request;
    }
}
