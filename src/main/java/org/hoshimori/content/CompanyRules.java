package org.hoshimori.content;

import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// The skeletons of what a company writes down: handbook (appendix 4), regulations (appendix 5), and the check items
/// of the risk analysis sheet (appendix 7), which are grouped by the chapters of the regulations.
public record CompanyRules(
        Handbook handbook,
        Quiz quiz,
        Regulations regulations,
        CheckItems checkItems,
        Listing<CheckItem> allCheckItems) {

    static CompanyRules of(Handbook handbook, Quiz quiz, Regulations regulations, CheckItems checkItems) {
        List<CheckItem> all = checkItems.groups().stream()
                .flatMap(group -> group.items().stream())
                .toList();
        return new CompanyRules(handbook, quiz, regulations, checkItems, new Listing<>(all));
    }

    /// 情報セキュリティハンドブック: its sections in order.
    public record Handbook(
            String id,
            String title,
            Source source,
            @Nullable String note,
            Listing<Section> sections) {}

    /// One section; `number` is the printed one (`1-1`), the cover has a word; `questions` are ids of the
    /// self-diagnosis.
    public record Section(
            String id,
            String number,
            String title,
            @Nullable Basis basis,
            List<String> questions) implements Listing.Item, Grounded {

        public Section {
            questions = List.copyOf(questions);
        }
    }

    /// Questions on the handbook, of which a few are asked before somebody confirms it.
    public record Quiz(
            String id,
            String title,
            Source source,
            Basis basis,
            @Nullable String note,
            Listing<QuizQuestion> questions) implements Grounded {}

    /// One question with three choices.
    ///
    /// @param section id of the section of the handbook that answers it
    /// @param right which choice is right, 1 to 3
    /// @param explanation said after a wrong answer
    public record QuizQuestion(
            String id, String section, String question, List<String> choices, int right, String explanation)
            implements Listing.Item {

        public QuizQuestion {
            choices = List.copyOf(choices);
        }
    }

    /// 情報セキュリティ関連規程: its eleven chapters in order.
    public record Regulations(
            String id,
            String title,
            Source source,
            @Nullable String note,
            @Nullable Basis basis,
            Listing<Chapter> chapters,
            Listing<Situation> situations,
            List<LawChapters> lawChapters)
            implements Grounded {

        public Regulations {
            lawChapters = List.copyOf(lawChapters);
        }

        /// Ids of the chapters that a law asks for; none for a law that says nothing here.
        public List<String> chaptersOf(String law) {
            return lawChapters.stream()
                    .filter(one -> one.law().equals(law))
                    .flatMap(one -> one.chapters().stream())
                    .toList();
        }
    }

    /// What may come from outside besides laws, with the chapters that handle it: a reading of our own.
    public record Situation(String id, String title, String text, List<String> chapters) implements Listing.Item {

        public Situation {
            chapters = List.copyOf(chapters);
        }
    }

    /// The chapters that a law of the list of laws asks for: a reading of our own.
    public record LawChapters(String law, List<String> chapters) {

        public LawChapters {
            chapters = List.copyOf(chapters);
        }
    }

    /// One chapter; `alwaysNeeded` is ◎ in the result of the check, a reading of our own.
    public record Chapter(
            String id, int number, String title, String text, boolean alwaysNeeded, List<String> questions)
            implements Listing.Item {

        public Chapter {
            questions = List.copyOf(questions);
        }
    }

    /// 対策状況チェック: 55 items in eleven groups.
    public record CheckItems(
            String id,
            String title,
            Source source,
            @Nullable String note,
            @Nullable Basis basis,
            Listing<CheckGroup> groups)
            implements Grounded {}

    /// One group, with the id of the chapter of the regulations that it follows.
    public record CheckGroup(
            String id, int number, String title, @Nullable Basis basis, Listing<CheckItem> items)
            implements Listing.Item, Grounded {}

    /// One item; its id is unique and its number runs from 1 to 55 over all groups.
    public record CheckItem(String id, int number, String subject, Estimate estimate) implements Listing.Item {}

    /// How much work an item is inside the company, and what it costs outside: our own reckoning.
    public record Estimate(@Nullable Basis basis, CandidateControl.Effort effort, List<Price> costs)
            implements Grounded {

        public Estimate {
            costs = List.copyOf(costs);
        }

        /// The cost for a company of one of [CandidateControl#SIZES]. Errors: `NoSuchElementException` for another.
        public Price cost(String size) {
            return costs.stream()
                    .filter(price -> price.size().equals(size))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Yen without tax for companies of one of [CandidateControl#SIZES], not negative.
    public record Price(String size, long once, long yearly) {}
}
