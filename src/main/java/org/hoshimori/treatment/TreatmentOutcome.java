package org.hoshimori.treatment;

import java.util.Locale;

/// How a decision about risks ended.
public sealed interface TreatmentOutcome {

    /// It stands, for so many assets.
    record Recorded(TreatmentId id, int assets) implements TreatmentOutcome {}

    /// A rule stands against it; nothing changed.
    record Refused(Refusal reason) implements TreatmentOutcome {}

    /// Why a decision does not stand.
    enum Refusal {
        /// Neither a check item nor a control is chosen.
        NOTHING_CHOSEN,
        /// A check item or a control that does not exist here.
        NOT_HERE,
        /// The date has passed.
        PAST,
        /// More than ten years ahead.
        TOO_FAR,
        /// A large risk is retained by an owner in person, and by nobody else.
        OWNER_ONLY,
        /// It does not say why, what or to whom.
        WORDLESS,
        /// The person is not here, or may not do this.
        NOBODY,
        /// There is no asset that it would be about.
        NO_ASSETS;

        /// The word in message keys, for example `owner-only`.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
