package org.hoshimori.scenario;

import org.hoshimori.content.CandidateControl.Effort;
import org.hoshimori.content.CompanyRules.Price;
import org.jspecify.annotations.Nullable;

/// What a check item costs a company, and whether it can be done there.
///
/// @param standard what the content reckons for a company of this size, in yen without tax
/// @param said what the company says otherwise
record ItemCost(Price standard, Effort effort, Said said) {

    /// What a company says about an item; null where nothing.
    ///
    /// @param once yen, 0 to 999,999,999
    /// @param yearly yen, 0 to 999,999,999
    /// @param impossible why it cannot be done, at most 300 letters
    record Said(
            @Nullable Long once,
            @Nullable Long yearly,
            @Nullable String impossible) {

        static final Said NOTHING = new Said(null, null, null);

        /// What is left when sums that equal the content are forgotten, so that a better estimate reaches the company.
        Said beside(Price standard) {
            return new Said(
                    once != null && once == standard.once() ? null : once,
                    yearly != null && yearly == standard.yearly() ? null : yearly,
                    impossible);
        }
    }

    long once() {
        return said.once() == null ? standard.once() : said.once();
    }

    long yearly() {
        return said.yearly() == null ? standard.yearly() : said.yearly();
    }

    /// What is paid until a year has passed: the sum by which sets are compared.
    long firstYear() {
        return once() + yearly();
    }

    boolean possible() {
        return said.impossible() == null;
    }

    /// Whether a sum is the company's own.
    boolean own() {
        return said.once() != null || said.yearly() != null;
    }

    /// Work in points, about hours, that decide between sets of the same cost.
    int work() {
        return switch (effort) {
            case SMALL -> 1;
            case MEDIUM -> 8;
            case LARGE -> 40;
        };
    }
}
