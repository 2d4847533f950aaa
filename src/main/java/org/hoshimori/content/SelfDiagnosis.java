package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// 5分でできる！情報セキュリティ自社診断 (appendix 3, table 4): 25 questions, four answers, a total from −25 to 100 points.
public record SelfDiagnosis(
        String id,
        String title,
        Source source,
        Listing<Answer> scale,
        Listing<Part> parts,
        Listing<Band> bands,
        NotApplicable notApplicable,
        Listing<Question> questions) {

    /// Refuses bands that leave a total out or claim it twice: such a company would get no advice, or two.
    public SelfDiagnosis {
        int next = lowest(scale) * questions.size();
        for (Band band :
                bands.stream().sorted(Comparator.comparingInt(Band::from)).toList()) {
            if (band.from() != next || band.to() < band.from()) {
                throw new IllegalArgumentException("A band must begin at " + next + ", but the band '" + band.id()
                        + "' goes from " + band.from() + " to " + band.to() + ".");
            }
            next = band.to() + 1;
        }
        int highest = highest(scale) * questions.size();
        if (next != highest + 1) {
            throw new IllegalArgumentException(
                    "The bands must end at " + highest + ", the highest total, but end at " + (next - 1) + ".");
        }
    }

    /// An answer of the scale with its points (4, 2, 0, −1); `official` is the printed wording.
    public record Answer(String id, String official, String label, int points) implements Listing.Item {}

    /// One of the three parts of the questions.
    public record Part(String id, int number, String title, String label) implements Listing.Item {}

    /// What a total means: from and to, both included, in points.
    public record Band(String id, int from, int to, String title, String advice) implements Listing.Item {

        /// Whether a total lies in this band.
        public boolean contains(int total) {
            return from <= total && total <= to;
        }
    }

    /// The answer to choose where "such a thing does not exist here"; a rule of our own.
    public record NotApplicable(String answer, @Nullable Basis basis, String note) implements Grounded {}

    /// One question; `today` tells the better way where the printed one has aged, `question` is our own plain sentence.
    public record Question(
            String id,
            int number,
            String part,
            @JsonProperty("short") String shortTitle,
            String question,
            String why,
            String harm,
            Levels levels,
            String whoKnows,
            @Nullable String today,
            Links links)
            implements Listing.Item {}

    /// What counts as each answer to a question.
    public record Levels(String implemented, String partly, String not) {}

    /// Ids of what belongs to a question: article of the five, section of the handbook, chapters, check items.
    public record Links(@Nullable String article, String handbook, List<String> regulations, List<String> checkItems) {

        public Links {
            regulations = List.copyOf(regulations);
            checkItems = List.copyOf(checkItems);
        }
    }

    /// The question of a known id.
    public Question question(String id) {
        return questions.named(id);
    }

    /// The answer of a known id.
    public Answer answer(String id) {
        return scale.named(id);
    }

    /// The part of a known id.
    public Part part(String id) {
        return parts.named(id);
    }

    /// The questions of a part, in official order.
    public List<Question> questionsOf(Part part) {
        return questions.stream()
                .filter(question -> question.part().equals(part.id()))
                .toList();
    }

    /// The band of the total of all questions; a total that cannot be reached throws [IllegalArgumentException].
    public Band band(int total) {
        return bands.stream()
                .filter(band -> band.contains(total))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band for a total of " + total));
    }

    /// The total of a company that does everything: 100.
    public int highestTotal() {
        return highest(scale) * questions.size();
    }

    private static int highest(List<Answer> scale) {
        return scale.stream().mapToInt(Answer::points).max().orElse(0);
    }

    private static int lowest(List<Answer> scale) {
        return scale.stream().mapToInt(Answer::points).min().orElse(0);
    }
}
