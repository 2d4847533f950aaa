package org.hoshimori.template;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A document as it stands for one company: numbered, without marks, ready for any paper.
public record Composition(String title, List<Section> sections) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// As JSON, to be kept and read again with [#read], whatever happens to templates later.
    public String json() {
        return JSON.writeValueAsString(this);
    }

    public static Composition read(String json) {
        return JSON.readValue(json, Composition.class);
    }

    /// As HTML without a frame: only what [Block] can say, every letter escaped, well-formed.
    public String html() {
        return new HtmlPrint().print(this);
    }

    /// As Markdown, for those who keep texts elsewhere.
    public String markdown() {
        return TextPrint.markdown(this);
    }

    /// The exact text, which a fingerprint is made of: one line for each heading, paragraph, item and row.
    public String plainText() {
        return TextPrint.plain(this);
    }
}
