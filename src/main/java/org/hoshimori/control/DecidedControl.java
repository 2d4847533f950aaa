package org.hoshimori.control;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.organization.MemberId;
import org.jspecify.annotations.Nullable;

/// What the company decided to do about a question.
///
/// @param question id of the question of the self-diagnosis, or of one of the 55 check items
/// @param candidate what of the content it was taken from, a candidate control or a check item; null when the company
///     wrote its own
/// @param what is to be done, in the language of the person who decided
/// @param costOnceYen in yen, paid once
/// @param costYearlyYen in yen, paid every year
public record DecidedControl(
        ControlId id,
        String question,
        @Nullable String candidate,
        String title,
        @Nullable String what,
        @Nullable MemberId responsible,
        @Nullable LocalDate due,
        @Nullable Long costOnceYen,
        @Nullable Long costYearlyYen,
        State state,
        OffsetDateTime decidedAt) {

    /// How far a control is.
    public enum State {
        PLANNED,
        DOING,
        DONE,
        DROPPED;

        /// The word in the database, in addresses and in message keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(@Nullable String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id().equals(id))
                    .findFirst();
        }

        /// Work is still to be done.
        public boolean open() {
            return this == PLANNED || this == DOING;
        }

        /// What may follow. What was finished or given up by mistake can be taken up again.
        public Set<State> next() {
            return switch (this) {
                case PLANNED -> EnumSet.of(DOING, DONE, DROPPED);
                case DOING -> EnumSet.of(DONE, DROPPED, PLANNED);
                case DONE -> EnumSet.of(DOING);
                case DROPPED -> EnumSet.of(PLANNED);
            };
        }
    }

    /// How near the date is.
    public enum Due {
        OVERDUE,
        TODAY,
        SOON,
        LATER,
        OPEN_END
    }

    /// From this many days before the date on, the list says how many are left.
    private static final int SOON_DAYS = 7;

    /// How near the date is, seen from a day.
    public Due due(LocalDate today) {
        if (due == null) {
            return Due.OPEN_END;
        }
        var left = daysLeft(today);
        return left < 0 ? Due.OVERDUE : left == 0 ? Due.TODAY : left <= SOON_DAYS ? Due.SOON : Due.LATER;
    }

    /// Days until the date, negative when it has passed; 0 without a date.
    public long daysLeft(LocalDate today) {
        return due == null ? 0 : ChronoUnit.DAYS.between(today, due);
    }

    public boolean overdue(LocalDate today) {
        return state.open() && due(today) == Due.OVERDUE;
    }

    public boolean isFor(MemberId member) {
        return member.equals(responsible);
    }
}
