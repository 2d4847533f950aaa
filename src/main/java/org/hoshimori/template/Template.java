package org.hoshimori.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.content.Edition;
import org.jspecify.annotations.Nullable;

/// A document before it knows its company: front matter, and clauses with marks.
///
/// @param language in which it is said
/// @param note what to mind before using it; null for nothing
/// @param numbers numbers of sections that the template gives itself, by clause id
/// @param words how this language numbers
/// @param titles words for references to clauses of all documents, by `document#clause`
public record Template(
        Language language,
        Front front,
        @Nullable String note,
        Map<String, String> numbers,
        String preamble,
        List<Clause> clauses,
        Words words,
        Map<String, String> titles) {

    /// The front matter.
    ///
    /// @param chapter number of the chapter of the regulations, or 9-1 and 9-2; empty for other documents
    /// @param applies keys of which any makes the document needed
    /// @param mark ◎ or ○ as the guideline shows the chapter
    /// @param summary what it means for an employee, in one sentence
    public record Front(
            String id,
            Kind kind,
            String chapter,
            String title,
            Approver approver,
            Need need,
            List<String> applies,
            Mark mark,
            List<String> questions,
            List<String> checkItems,
            String summary,
            Edition.@Nullable Source source) {}

    /// How the guideline marks a chapter: always, or where it applies.
    public enum Mark {
        DOUBLE,
        CIRCLE
    }

    public String id() {
        return front.id();
    }

    public Kind kind() {
        return front.kind();
    }

    public String chapter() {
        return front.chapter();
    }

    public String title() {
        return front.title();
    }

    public Approver approver() {
        return front.approver();
    }

    public Need need() {
        return front.need();
    }

    public List<String> applies() {
        return front.applies();
    }

    /// Whether the guideline shows ○ for it although it is always needed here (独自の目安).
    public boolean circle() {
        return front.mark() == Mark.CIRCLE;
    }

    public List<String> questions() {
        return front.questions();
    }

    public List<String> checkItems() {
        return front.checkItems();
    }

    public String summary() {
        return front.summary();
    }

    public Edition.@Nullable Source source() {
        return front.source();
    }

    Template with(Map<String, String> references) {
        return new Template(language, front, note, numbers, preamble, clauses, words, references);
    }

    /// What a document is.
    public enum Kind {
        BASIC_POLICY,
        HANDBOOK,
        REGULATION,
        CLAUSE,
        CHECKLIST;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Articles are counted 第1条, 第2条 …, paragraphs inside them 2, 3 ….
        boolean articles() {
            return this == REGULATION || this == CLAUSE;
        }
    }

    /// The role that approves.
    public enum Approver {
        OWNER,
        SECURITY_LEAD
    }

    /// Whether every company needs it, or only where it applies.
    public enum Need {
        ALWAYS,
        APPLIES
    }

    /// The words of numbering in one language; `{0}` stands for the number or the text.
    ///
    /// @param article 第{0}条
    /// @param form 様式{0}
    /// @param document 第{0}章「{1}」
    /// @param gone said instead of a reference to a clause that was left out
    /// @param effect the sentence of 附則 with the day
    /// @param revisions head of the table 改定履歴: number, day, person, change
    /// @param bullet before an item that is not counted
    /// @param steps the letters by which the second level of a list is counted
    /// @param names how marks are named where a text is edited
    /// @param japanese said of a clause that is there in Japanese alone
    public record Words(
            String article,
            String form,
            String document,
            String gone,
            String supplement,
            String effect,
            String history,
            List<String> revisions,
            String bullet,
            String steps,
            Names names,
            String japanese) {}

    /// How marks are named where a text is edited; `{0}` stands for what the mark is about.
    ///
    /// @param fact one fact
    /// @param rows a list of facts
    /// @param see a reference to a clause
    /// @param date what the day of the document is called
    public record Names(String fact, String rows, String see, String date) {}

    /// Every key that the text asks for: facts, conditions and tables.
    public Set<String> keys() {
        return Marks.keys(this);
    }
}
