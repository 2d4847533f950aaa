package org.hoshimori.template;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a composed document. There is no block for anything that could run in a browser.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "items"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Subheading.class, name = "subheading")
})
public sealed interface Block {

    /// How a run of letters looks.
    enum Look {
        PLAIN,
        STRONG
    }

    /// Letters with one look; `href` is an https address or null. A line break is `\n`.
    record Run(String text, Look look, @Nullable String href) {}

    /// A paragraph; `label` is the number of a 項, or empty.
    record Paragraph(String label, List<Run> runs) implements Block {}

    /// A list; every item carries its label, such as (1) or ア.
    record Items(List<Item> items) implements Block {}

    /// One item with the lists inside it.
    record Item(String label, List<Run> runs, List<Items> inner) {}

    /// A table; every row has as many cells as the head.
    record Table(List<List<Run>> head, List<List<List<Run>>> rows) implements Block {}

    /// A heading inside a section: in a handbook, one idea and one screen.
    record Subheading(List<Run> runs) implements Block {}

    /// The letters of runs without their looks.
    static String text(List<Run> runs) {
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
