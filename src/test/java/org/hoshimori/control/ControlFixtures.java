package org.hoshimori.control;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Decision;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.content.Editions;
import org.hoshimori.control.ControlRegister.Weak;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.stereotype.Component;

/// Closed rounds with weak questions, and controls decided through the real verbs.
@Component
class ControlFixtures {

    /// 0 points, 2 points, nobody knows.
    static final Map<String, String> WEAK =
            Map.of("incident-readiness", "not", "backup", "partly", "antivirus", "unknown");

    private final Assessments assessments;
    private final ControlRegister register;
    private final Editions editions;
    private final Clock clock;

    ControlFixtures(Assessments assessments, ControlRegister register, Editions editions, Clock clock) {
        this.assessments = assessments;
        this.register = register;
        this.editions = editions;
        this.clock = clock;
    }

    /// Counts the statements of one request.
    @Component
    static class Counted implements ExecuteListenerProvider, ExecuteListener {

        private final AtomicInteger statements = new AtomicInteger();

        @Override
        public ExecuteListener provide() {
            return this;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            statements.incrementAndGet();
        }

        void restart() {
            statements.set(0);
        }

        int statements() {
            return statements.get();
        }
    }

    /// A closed round with three weak questions.
    RoundId closedRound(Actor owner) {
        var round = assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, "2026", LocalDate.of(2026, 11, 20), null, null, null));
        var diagnosis = editions.standard(Locale.JAPANESE).selfDiagnosis();
        for (var question : diagnosis.questions()) {
            var answer = diagnosis.answer(WEAK.getOrDefault(question.id(), "implemented"));
            assessments.decide(
                    owner,
                    round.id(),
                    new Decision(
                            question.id(), answer.id(), false, answer.points(), null, null, OffsetDateTime.now(clock)));
        }
        assessments.close(owner, round.id());
        return round.id();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// A control of one's own for the question about backups.
    DecidedControl control(Actor owner, RoundId round, String title, MemberId person, LocalDate due) {
        return register.decide(
                        owner,
                        new Weak(round, "backup"),
                        List.of(new Chosen(null, title, "外付けディスクに写す")),
                        new ControlTerms(person, due, 10_000L, 2_400L))
                .getFirst();
    }
}
