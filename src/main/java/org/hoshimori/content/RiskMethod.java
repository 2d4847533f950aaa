package org.hoshimori.content;

import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// How one edition of the guideline counts risks: the scales, their words and the bounds of the risk levels.
///
/// @param id `3.0` or `3.1`
/// @param lowestImportance 0 or 1: the figure of the lowest importance; two more is the highest
public record RiskMethod(
        String id,
        String title,
        Source source,
        @Nullable String note,
        int lowestImportance,
        Listing<Criterion> criteria,
        Listing<Likelihood> likelihoods,
        Listing<Level> levels)
        implements Listing.Item {

    /// Confidentiality, integrity or availability, with its levels from the highest.
    public record Criterion(String id, String title, Listing<Grade> levels) implements Listing.Item {}

    /// One level of a criterion with an example of our own.
    public record Grade(String id, int value, String text, String example) implements Listing.Item {}

    /// How likely damage is, 1 to 3.
    public record Likelihood(String id, int value, String title) implements Listing.Item {}

    /// 大, 中 or 小: the risk values `from` to `to`, both included, and what to do.
    public record Level(String id, String title, int from, int to, String action) implements Listing.Item {}

    /// 脅威の状況: media with their threats; the frequencies are our own.
    public record Threats(
            String id,
            String title,
            Source source,
            @Nullable String note,
            @Nullable Basis basis,
            Listing<Medium> media) implements Grounded {}

    /// What information is kept on.
    public record Medium(String id, String title, Listing<Threat> threats) implements Listing.Item {}

    /// One threat to a medium, unique over all media.
    ///
    /// @param frequency 1 to 3 before a company says otherwise, with its reason
    /// @param checkItems ids of the check items that work against it, at least one, with `itemsReason`
    public record Threat(
            String id,
            String title,
            int frequency,
            String reason,
            String itemsReason,
            @Nullable Basis basis,
            List<String> checkItems)
            implements Listing.Item, Grounded {

        public Threat {
            checkItems = List.copyOf(checkItems);
        }
    }

    /// What a detailed analysis counts with: the threats, and the methods in the order of their editions.
    public record Analysis(Threats threats, Listing<RiskMethod> methods) {}
}
