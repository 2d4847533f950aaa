package org.hoshimori.programme;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.web.CalendarDay;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Two public registers that staff keep: who supports the programme (普及賛同企業等), and subsidies that ask for a
/// declaration.
@Component
class Registers {

    private final RegisterRepository registers;
    private final StaffRepository staff;
    private final Database database;
    private final Clock clock;

    Registers(RegisterRepository registers, StaffRepository staff, Database database, Clock clock) {
        this.registers = registers;
        this.staff = staff;
        this.database = database;
        this.clock = clock;
    }

    /// Who supports the programme, and with what.
    ///
    /// @param prefecture two digits; null for all of Japan
    /// @param until null while it supports the programme
    record Supporter(
            UUID id,
            String name,
            @Nullable String prefecture,
            String offers,
            @Nullable String url,
            LocalDate since,
            @Nullable LocalDate until) {}

    /// A subsidy that asks for a declaration.
    ///
    /// @param star that it asks for
    /// @param closesOn last day; null when none is set
    record Subsidy(
            UUID id,
            String name,
            String body,
            int star,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable String url,
            String note) {

        /// Whether the last day is over, so that the public does not see it any more.
        boolean closed(LocalDate day) {
            return closesOn != null && closesOn.isBefore(day);
        }
    }

    /// An entry as it is typed.
    record Form(Map<String, String> typed) {

        static Form of(Supporter one) {
            return new Form(Map.of(
                    "supporter", one.name(),
                    "place", Objects.toString(one.prefecture(), ""),
                    "offers", one.offers(),
                    "supporterUrl", Objects.toString(one.url(), "")));
        }

        static Form of(Subsidy one) {
            return new Form(Map.of(
                    "subsidy", one.name(),
                    "body", one.body(),
                    "star", String.valueOf(one.star()),
                    "opensOn", one.opensOn().toString(),
                    "closesOn", Objects.toString(one.closesOn(), ""),
                    "subsidyUrl", Objects.toString(one.url(), ""),
                    "note", one.note()));
        }

        String word(String field) {
            return Objects.requireNonNull(typed.getOrDefault(field, "")).strip();
        }

        /// Empty when something is wrong.
        Optional<Supporter> supporter(UUID id, LocalDate since, @Nullable LocalDate until, List<Problem> problems) {
            needs("supporter", 200, problems);
            needs("offers", 2000, problems);
            address("supporterUrl", problems);
            var place = word("place");
            return problems.isEmpty()
                    ? Optional.of(new Supporter(
                            id,
                            word("supporter"),
                            place.matches("[0-9]{2}") ? place : null,
                            word("offers"),
                            orNull("supporterUrl"),
                            since,
                            until))
                    : Optional.empty();
        }

        /// Empty when something is wrong.
        Optional<Subsidy> subsidy(UUID id, List<Problem> problems) {
            needs("subsidy", 200, problems);
            needs("body", 200, problems);
            address("subsidyUrl", problems);
            var opens = CalendarDay.read(word("opensOn")).orElse(null);
            var closes = CalendarDay.read(word("closesOn")).orElse(null);
            if (opens == null) {
                problems.add(new Problem("opensOn", "programme.problem.day", List.of()));
            }
            if ((closes == null && !word("closesOn").isEmpty())
                    || (opens != null && closes != null && closes.isBefore(opens))) {
                problems.add(new Problem("closesOn", "programme.problem.closes", List.of()));
            }
            if (word("note").length() > 2000) {
                problems.add(new Problem("note", "web.problem.long", List.of()));
            }
            if (opens == null || !problems.isEmpty()) {
                return Optional.empty();
            }
            var star = word("star").equals("2") ? 2 : 1;
            return Optional.of(new Subsidy(
                    id, word("subsidy"), word("body"), star, opens, closes, orNull("subsidyUrl"), word("note")));
        }

        private void needs(String field, int most, List<Problem> problems) {
            var value = word(field);
            if (value.isEmpty()) {
                problems.add(new Problem(field, "web.problem.required", List.of()));
            } else if (value.length() > most) {
                problems.add(new Problem(field, "web.problem.long", List.of()));
            } else if (value.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
                problems.add(new Problem(field, "web.problem.control", List.of()));
            }
        }

        private void address(String field, List<Problem> problems) {
            var value = word(field);
            if (value.isEmpty()) {
                return;
            }
            try {
                var uri = new URI(value);
                if (value.length() <= 500
                        && uri.getHost() != null
                        && Objects.toString(uri.getScheme()).matches("https?")) {
                    return;
                }
            } catch (URISyntaxException e) {
                // The same sentence as for any other address that nobody can open.
            }
            problems.add(new Problem(field, "programme.problem.url", List.of()));
        }

        private @Nullable String orNull(String field) {
            var value = word(field);
            return value.isEmpty() ? null : value;
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Supporter> supporters(String words) {
        return registers.supporters(words);
    }

    List<Subsidy> subsidies(String words) {
        return registers.subsidies(words, LocalDate.now(clock));
    }

    /// Everything, for staff.
    List<Supporter> everySupporter() {
        return registers.everySupporter();
    }

    /// Everything, for staff.
    List<Subsidy> everySubsidy() {
        return registers.everySubsidy();
    }

    /// Errors: [NotFound].
    Supporter supporter(UUID id) {
        return registers.supporter(id).orElseThrow(() -> new NotFound("supporter"));
    }

    /// Errors: [NotFound].
    Subsidy subsidy(UUID id) {
        return registers.subsidy(id).orElseThrow(() -> new NotFound("subsidy"));
    }

    /// Adds an entry, or changes the one of this id.
    void put(Clerk clerk, Supporter supporter) {
        database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            var known = registers.supporter(supporter.id()).isPresent();
            registers.put(supporter, now);
            staff.record(now, clerk, known ? "supporter-changed" : "supporter-added", supporter.name());
            return now;
        });
    }

    /// Adds an entry, or changes the one of this id.
    void put(Clerk clerk, Subsidy subsidy) {
        database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            var known = registers.subsidy(subsidy.id()).isPresent();
            registers.put(subsidy, now);
            staff.record(now, clerk, known ? "subsidy-changed" : "subsidy-added", subsidy.name());
            return now;
        });
    }

    /// Errors: [NotFound].
    void endSupporter(Clerk clerk, UUID id) {
        database.across(_ -> {
            var name = registers.endSupporter(id, LocalDate.now(clock)).orElseThrow(() -> new NotFound("supporter"));
            staff.record(OffsetDateTime.now(clock), clerk, "supporter-ended", name);
            return id;
        });
    }

    /// Errors: [NotFound].
    void removeSubsidy(Clerk clerk, UUID id) {
        database.across(_ -> {
            var name = registers.removeSubsidy(id).orElseThrow(() -> new NotFound("subsidy"));
            staff.record(OffsetDateTime.now(clock), clerk, "subsidy-removed", name);
            return id;
        });
    }
}
