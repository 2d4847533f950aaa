package org.hoshimori.risk;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.TimeOrderedId;

/// A closed round of the risk analysis: the levels of one day, which never change again.
///
/// @param title what the company calls it, at most 100 letters
/// @param note what was thought of, at most 1000 letters; empty for nothing
/// @param method `3.0` or `3.1`
/// @param answered how many of the check items had an answer
/// @param by who closed it
public record RiskRound(
        Id id, String title, String note, String method, Counts counts, int answered, OffsetDateTime at, String by) {

    /// Unique within the company; later rounds sort after earlier ones.
    public record Id(UUID value) {

        static Id next() {
            return new Id(TimeOrderedId.next());
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// How many assets have each level, among those that are analysed in detail.
    public record Counts(int large, int middle, int small) {

        static Counts of(Analysis analysis) {
            return new Counts(
                    analysis.count(RiskLevel.LARGE), analysis.count(RiskLevel.MIDDLE), analysis.count(RiskLevel.SMALL));
        }

        public int of(RiskLevel level) {
            return switch (level) {
                case LARGE -> large;
                case MIDDLE -> middle;
                case SMALL -> small;
            };
        }

        public int all() {
            return large + middle + small;
        }
    }

    /// 実施率 of one group that day.
    ///
    /// @param rate in tenths of a percent; -1 when nothing applied
    record Group(String id, String title, int rate) {

        String percent() {
            return RiskRules.percent(rate);
        }
    }

    /// The counts of one department.
    record Department(String name, Counts counts) {}

    /// One asset that day; medium and threat in words.
    record Row(
            UUID asset,
            String name,
            String department,
            String medium,
            String threat,
            Judged judged,
            Analysis.Approach approach) {}

    /// The figures of one asset.
    record Judged(int importance, int likelihood, RiskLevel level) {

        int value() {
            return importance * likelihood;
        }
    }

    /// Which way an asset went between two rounds.
    enum Way {
        WORSE,
        BETTER,
        NEW,
        GONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One asset whose level is not the same in two rounds; a level is empty where the asset is not there.
    record Moved(UUID asset, String name, Optional<RiskLevel> before, Optional<RiskLevel> after) {}
}
