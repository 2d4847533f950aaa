package org.hoshimori.regulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hoshimori.content.CompanyRules.Chapter;
import org.hoshimori.content.Edition;
import org.hoshimori.content.SelfDiagnosis.Question;
import org.hoshimori.document.Needs.Picture;
import org.hoshimori.regulation.Outside.Item;

/// From worries to rules, 4(3) of part 2: what must not happen, what comes from outside and what is inside give the
/// risks to be handled, large ones first. How a risk is weighed is a rule of our own.
record Reasoning(List<Risk> risks) {

    /// Points of the best answer.
    private static final int BEST = 4;
    private static final int HIGH = 7;
    private static final int MIDDLE = 4;

    /// A risk to be handled: the harm that a question guards against.
    ///
    /// @param weight what is missing in the answer (0 to 5), 2 for each worry, 1 for each thing from outside
    /// @param worries words of the worries that it is about
    /// @param outside titles of what comes from outside
    /// @param chapters that handle it
    record Risk(
            Question question,
            int weight,
            int missing,
            List<String> worries,
            List<String> outside,
            List<Chapter> chapters) {

        /// high, mid or low, as the class of the level.
        String level() {
            return weight >= HIGH ? "high" : weight >= MIDDLE ? "mid" : "low";
        }
    }

    static Reasoning of(Edition edition, Picture picture, List<Item> outside) {
        var risks = new ArrayList<Risk>();
        for (var question : edition.selfDiagnosis().questions()) {
            var risk = risk(edition, picture, outside, question);
            if (risk.missing() > 0 || !risk.worries().isEmpty()) {
                risks.add(risk);
            }
        }
        risks.sort(Comparator.comparingInt(Risk::weight).reversed());
        return new Reasoning(List.copyOf(risks));
    }

    private static Risk risk(Edition edition, Picture picture, List<Item> outside, Question question) {
        var chapters = edition.regulations().chapters().stream()
                .filter(chapter -> chapter.questions().contains(question.id()))
                .toList();
        var worries = edition.owner().worries().stream()
                .filter(worry -> picture.worries().containsKey(worry.id())
                        && worry.questions().contains(question.id()))
                .map(worry -> worry.text())
                .toList();
        var from = outside.stream()
                .filter(item -> chaptersOf(edition, item).stream().anyMatch(id -> chapters.stream()
                        .anyMatch(chapter -> chapter.id().equals(id))))
                .map(item -> title(edition, item))
                .toList();
        var missing = BEST - picture.points().getOrDefault(question.id(), BEST);
        return new Risk(question, missing + 2 * worries.size() + from.size(), missing, worries, from, chapters);
    }

    static List<String> chaptersOf(Edition edition, Item item) {
        return switch (item.kind()) {
            case LAW -> edition.regulations().chaptersOf(item.item());
            case SITUATION ->
                edition.regulations()
                        .situations()
                        .find(item.item())
                        .map(one -> one.chapters())
                        .orElse(List.of());
            case OWN -> List.of();
        };
    }

    static String title(Edition edition, Item item) {
        return switch (item.kind()) {
            case LAW ->
                edition.laws()
                        .laws()
                        .find(item.item())
                        .map(one -> one.commonName())
                        .orElse(item.item());
            case SITUATION ->
                edition.regulations()
                        .situations()
                        .find(item.item())
                        .map(one -> one.title())
                        .orElse(item.item());
            case OWN -> item.item();
        };
    }
}
