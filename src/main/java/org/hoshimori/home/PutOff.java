package org.hoshimori.home;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hoshimori.organization.Organizations;
import org.jspecify.annotations.Nullable;

/// An optional matter that the company does not take up now.
///
/// @param until the day on which it is shown again; null for not before somebody takes it up
record PutOff(Matter matter, @Nullable LocalDate until) {

    /// What may be left for later. What is late or what others wait for is none of these.
    enum Matter {
        DECLARATION,
        PUBLICATION,
        ANALYSIS;

        /// The word in addresses, in the record and in `messages/home`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Matter> of(String word) {
            return Stream.of(values())
                    .filter(matter -> matter.word().equals(word))
                    .findFirst();
        }
    }

    /// Empty for a matter that is known no more.
    static Optional<PutOff> of(Organizations.Postponed postponed) {
        return Matter.of(postponed.matter()).map(matter -> new PutOff(matter, postponed.until()));
    }

    Organizations.Postponed postponed() {
        return new Organizations.Postponed(matter.word(), until);
    }

    boolean holds(LocalDate today) {
        return until == null || today.isBefore(until);
    }
}
