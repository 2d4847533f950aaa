package org.hoshimori.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The companies that one company may be compared with: the most specific group in which at least ten others stand.
///
/// @param industry letter A to T; null for all
/// @param sizeClass as in the company's facts; null for all
/// @param companies how many companies the means are taken over
/// @param means points by id of the part, and by [#TOTAL]
record Peers(@Nullable String industry, @Nullable String sizeClass, int companies, Map<String, BigDecimal> means) {

    /// Below ten others a mean could tell what one of them answered: own rule.
    static final int FEWEST = 10;

    /// Stands for "all" among industries, sizes and parts.
    static final String TOTAL = "*";

    /// One counted mean of a group.
    record Mean(String industry, String sizeClass, String part, int companies, BigDecimal mean) {

        private int precision() {
            return (industry.equals(TOTAL) ? 0 : 2) + (sizeClass.equals(TOTAL) ? 0 : 1);
        }
    }

    /// What a company itself has handed to the count.
    record Own(@Nullable String industry, @Nullable String sizeClass) {

        boolean in(Mean group) {
            return (group.industry.equals(TOTAL) || group.industry.equals(industry))
                    && (group.sizeClass.equals(TOTAL) || group.sizeClass.equals(sizeClass));
        }
    }

    /// Empty while no group is large enough.
    ///
    /// @param means of all groups that the company belongs to
    /// @param own what the company itself contributed; null when nothing
    static Optional<Peers> of(List<Mean> means, @Nullable Own own) {
        var best = means.stream()
                .filter(mean -> mean.part().equals(TOTAL))
                .filter(mean -> mean.companies() - (own != null && own.in(mean) ? 1 : 0) >= FEWEST)
                .max(Comparator.comparingInt(Mean::precision));
        return best.map(group -> new Peers(
                name(group.industry()),
                name(group.sizeClass()),
                group.companies(),
                means.stream()
                        .filter(mean -> mean.industry().equals(group.industry())
                                && mean.sizeClass().equals(group.sizeClass()))
                        .collect(Collectors.toUnmodifiableMap(Mean::part, Mean::mean))));
    }

    /// Mean of the total in whole points.
    int total() {
        return means.getOrDefault(TOTAL, BigDecimal.ZERO)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /// Mean of a part in whole points.
    int part(String part) {
        return means.getOrDefault(part, BigDecimal.ZERO)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static @Nullable String name(String group) {
        return group.equals(TOTAL) ? null : group;
    }
}
