package org.hoshimori.control;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.access.SignIns;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.Reach;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Tells people by mail that a control is due in three days or overdue: once per date, all of a person's in one mail.
/// The task list says it anyway; without a mail server nothing is sent and nothing is ticked off.
@Component
class Reminders {

    private static final int DAYS_BEFORE = 3;
    private static final int MOST = 500;

    private final Database database;
    private final ControlRepository controls;
    private final SignIns signIns;
    private final Outbox outbox;
    private final Surroundings around;
    private final Clock clock;

    Reminders(
            Database database,
            ControlRepository controls,
            SignIns signIns,
            Outbox outbox,
            Surroundings around,
            Clock clock) {
        this.database = database;
        this.controls = controls;
        this.signIns = signIns;
        this.outbox = outbox;
        this.around = around;
        this.clock = clock;
    }

    /// What a mail is made of.
    @Component
    record Surroundings(Organizations organizations, People people, MessageSource texts, Reach reach, Trail trail) {}

    /// Walks all companies, each in its own transaction.
    void remindAll() {
        if (!outbox.configured()) {
            return;
        }
        signIns.everyCompany("control-reminders", this::remind);
    }

    /// Writes the mails of one company and returns how many. The sample company sends none.
    int remind(OrganizationId organization) {
        return database.transact(organization, () -> {
            if (around.organizations().company(organization).sample()) {
                return 0;
            }
            var today = LocalDate.now(clock);
            var reached = around.people().all(organization).stream()
                    .filter(person -> person.email() != null)
                    .toList();
            var due = controls.toRemind(
                    organization, reached.stream().map(Member::id).toList(), today.plusDays(DAYS_BEFORE), MOST);
            var mails = 0;
            for (var person : reached) {
                var theirs = due.stream().filter(one -> one.isFor(person.id())).toList();
                if (!theirs.isEmpty()) {
                    remind(organization, person, theirs, today);
                    mails++;
                }
            }
            return mails;
        });
    }

    private void remind(OrganizationId organization, Member person, List<DecidedControl> due, LocalDate today) {
        outbox.send(
                organization, Objects.requireNonNull(person.email()), subject(due), body(person.name(), due, today));
        controls.reminded(organization, due.stream().map(DecidedControl::id).toList(), today);
        due.forEach(one -> around.trail()
                .append(
                        organization,
                        Author.SYSTEM,
                        Subject.of("control", one.id()),
                        Change.to("control-reminded", person.name())));
    }

    private String subject(List<DecidedControl> due) {
        return text("control.mail.subject", due.getFirst().title(), due.size());
    }

    private String body(String name, List<DecidedControl> due, LocalDate today) {
        var lines = due.stream()
                .map(control -> {
                    var left = control.daysLeft(today);
                    var key = left < 0 ? "control.mail.overdue" : "control.mail.due";
                    return text(
                            key, control.title(), Math.abs(left), around.reach().url("/controls/" + control.id()));
                })
                .collect(Collectors.joining("\n"));
        return text("control.mail.body", name, lines, around.reach().url("/controls"));
    }

    private String text(String key, Object... arguments) {
        return around.texts().getMessage(key, arguments, Locale.JAPANESE);
    }
}
