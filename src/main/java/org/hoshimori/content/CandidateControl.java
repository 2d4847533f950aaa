package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// A control (対策) that a company may decide on when a question of the self-diagnosis shows a weakness.
///
/// `who` is one of [#ROLES], `sizes` are some of [#SIZES]. The candidates and their estimates are our own.
public record CandidateControl(
        String id, String question, String title, String what, Effort effort, Cost cost, String who, List<String> sizes)
        implements Listing.Item {

    /// The roles that content may name (table 5 of the guideline, the owner, the employees and an auditor).
    public static final List<String> ROLES = List.of(
            "owner", "security-lead", "department-head", "system-admin", "trainer", "inspector", "employee", "auditor");

    /// The sizes of a company by people, smallest first.
    public static final List<String> SIZES = List.of("under-6", "6-20", "21-100", "over-100");

    public CandidateControl {
        sizes = List.copyOf(sizes);
    }

    /// How much work it is.
    public enum Effort {
        /// Within an hour.
        @JsonProperty("S")
        SMALL,
        /// A day or a few.
        @JsonProperty("M")
        MEDIUM,
        /// A project.
        @JsonProperty("L")
        LARGE
    }

    /// What it costs outside the company, in yen.
    public enum Cost {
        /// Nothing.
        @JsonProperty("none")
        NONE,
        /// Up to about 10,000 yen.
        @JsonProperty("low")
        LOW,
        /// Up to about 100,000 yen.
        @JsonProperty("mid")
        MIDDLE,
        /// Above 100,000 yen.
        @JsonProperty("high")
        HIGH
    }

    /// The whole list with its source.
    public record Catalogue(
            @Nullable String id,
            @Nullable String title,
            Source source,
            @Nullable Basis basis,
            @Nullable String note,
            Listing<CandidateControl> controls)
            implements Grounded {}

    /// Whether it suits a company of one of [#SIZES].
    public boolean fits(String size) {
        return sizes.contains(size);
    }
}
