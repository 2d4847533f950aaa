package org.hoshimori.content;

import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// Part 1 of the guideline, for the owner (経営者), with table 3 of part 2 and the owner's worries.
public record Owner(
        Source source,
        Listing<Disadvantage> disadvantages,
        Listing<Case> cases,
        Listing<Principle> principles,
        Listing<Effort> efforts,
        Listing<GovernanceStep> governanceCycle,
        Listing<Section> sections,
        Listing<Worry> worries) {

    /// One of the four disadvantages of neglect.
    public record Disadvantage(String id, String title, String text, String example) implements Listing.Item {}

    /// One of the three cases printed in the guideline; `size` is the printed range of people.
    public record Case(
            String id,
            String title,
            String place,
            String industry,
            String size,
            String whatHappened,
            String cause,
            String afterwards,
            String lesson)
            implements Listing.Item {}

    /// One of the three principles.
    public record Principle(String id, int number, String title, String text, String whatItMeans)
            implements Listing.Item {}

    /// One of the seven efforts (重要7項目の取組).
    public record Effort(String id, int number, String title, String text, String whatItMeans)
            implements Listing.Item {}

    /// One part of the governance cycle: direct, monitor, evaluate, report, oversee.
    public record GovernanceStep(String id, String title, String text) implements Listing.Item {}

    /// A section of part 2 with the ids of the efforts that it serves (table 3).
    public record Section(String id, String number, String title, List<String> efforts) implements Listing.Item {

        public Section {
            efforts = List.copyOf(efforts);
        }
    }

    /// What must not happen to us; `questions` are the ids of the questions that guard against it.
    public record Worry(
            String id,
            String text,
            List<String> questions,
            @Nullable Basis basis) implements Listing.Item, Grounded {

        public Worry {
            questions = List.copyOf(questions);
        }
    }

    /// The worry of a known id.
    public Worry worry(String id) {
        return worries.named(id);
    }

    /// The effort of a known id.
    public Effort effort(String id) {
        return efforts.named(id);
    }
}
