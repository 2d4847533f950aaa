package org.hoshimori.template;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A document as it stands for one company: numbered, without marks, ready for any paper.
public record Composition(String title, List<Section> sections) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Several documents bound into one, chapter by chapter; each keeps its own numbers.
    public record Book(String title, List<Chapter> chapters) {

        public Book {
            chapters = List.copyOf(chapters);
        }

        /// As [Composition#html], one level deeper under the headings of the chapters.
        public String html() {
            return HtmlPrint.book(this);
        }

        /// As [Composition#markdown].
        public String markdown() {
            return TextPrint.markdown(this);
        }
    }

    /// A document in a book.
    ///
    /// @param id of the document
    /// @param heading number and title of the chapter
    /// @param standing which revision it is, or that it is a draft; one line under the heading
    /// @param composition null where the company keeps the document as a file
    public record Chapter(
            String id,
            String heading,
            String standing,
            @Nullable Composition composition) {

        public List<Section> sections() {
            return composition == null ? List.of() : composition.sections();
        }
    }

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
