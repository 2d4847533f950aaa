package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// Legal duties (table 2 of the guideline) as printed in March 2019 and as they stood on the day `asOf`.
public record Laws(LocalDate asOf, Source source, Listing<Law> laws) {

    /// One law; `name` is official, `commonName` is what people say, `note` tells how far the facts can be relied on.
    public record Law(
            String id,
            @JsonProperty("law") String name,
            String commonName,
            String subject,
            String text,
            Listing<Condition> conditions,
            Listing<Article> articles,
            @Nullable String note)
            implements Listing.Item {}

    /// One of several conditions that must all be met for protection, for example those of a trade secret.
    public record Condition(String id, String title, String text) implements Listing.Item {}

    /// One article. Danger: a printed penalty never stands beside today's article without today's penalty.
    public record Article(
            String id,
            @Nullable String printedArticle,
            @Nullable String todayArticle,
            String subject,
            @Nullable String printedPenalty,
            @Nullable String todayPenalty,
            Certainty certainty)
            implements Listing.Item {}

    /// How sure today's number and penalty are, the weaker of the two.
    public enum Certainty {
        /// Read in the official text or in two independent sources.
        @JsonProperty("high")
        HIGH,
        /// One decent source.
        @JsonProperty("middle")
        MIDDLE,
        /// Only as printed; the screen says 2019年3月の資料による.
        @JsonProperty("as-printed")
        AS_PRINTED
    }
}
