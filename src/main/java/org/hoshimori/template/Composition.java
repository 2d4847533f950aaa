package org.hoshimori.template;

import java.util.List;

/// A document as it stands for one company: numbered, without marks, ready for any paper.
public record Composition(String title, List<Section> sections) {

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
