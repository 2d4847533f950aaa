package org.hoshimori.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that a document asks of the company; asked once, it serves every document. Each has a standard, so that
/// no document ever shows a gap; `topic` is the heading under which it is asked.
public sealed interface Blank {

    String id();

    String title();

    String topic();

    /// How to choose, in one sentence.
    @Nullable
    String hint();

    @Nullable
    String example();

    /// Why we ask.
    @Nullable
    String why();

    /// Whether the standard is a rule of ours (独自の目安).
    boolean own();

    /// One answer of a choice.
    record Option(String id, String title) {}

    /// One column of a table.
    record Column(String id, String title) {}

    /// One line.
    record Text(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            String standard)
            implements Blank {}

    /// Several lines.
    record LongText(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            String standard)
            implements Blank {}

    /// A whole number with its unit; `least` and `most` bound it where they are given.
    record Amount(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            String unit,
            @Nullable Integer least,
            @Nullable Integer most,
            int standard)
            implements Blank {}

    /// A day.
    record Day(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own)
            implements Blank {}

    /// One of several options.
    record Choice(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            List<Option> options,
            String standard)
            implements Blank {}

    /// Any of several options.
    record Choices(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            List<Option> options,
            List<String> standard)
            implements Blank {}

    /// A person of the company, or whoever holds a role; the standard is the id of a role.
    record Person(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            String standard)
            implements Blank {}

    /// A table, filled row by row.
    record Rows(
            String id,
            String title,
            String topic,
            @Nullable String hint,
            @Nullable String example,
            @Nullable String why,
            boolean own,
            List<Column> columns,
            List<Map<String, String>> standard)
            implements Blank {}
}
