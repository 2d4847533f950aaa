package org.hoshimori.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.web.NotFound;
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
    record Supporter(
            UUID id,
            String name,
            @Nullable String prefecture,
            String offers,
            @Nullable String url,
            LocalDate since) {}

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
            String note) {}

    List<Supporter> supporters(String words) {
        return registers.supporters(words);
    }

    List<Subsidy> subsidies(String words) {
        return registers.subsidies(words, LocalDate.now(clock));
    }

    void add(Clerk clerk, String name, @Nullable String prefecture, String offers, @Nullable String url) {
        database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            registers.put(
                    new Supporter(TimeOrderedId.next(), name, prefecture, offers, url, LocalDate.now(clock)), now);
            staff.record(now, clerk, "supporter-added", name);
            return now;
        });
    }

    void add(Clerk clerk, Subsidy subsidy) {
        database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            registers.put(subsidy, now);
            staff.record(now, clerk, "subsidy-added", subsidy.name());
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
