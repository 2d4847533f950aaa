package org.hoshimori.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.SignIns;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.CloseOutcome;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class TrialsTest {

    private static final List<String> ANSWERS = List.of("implemented", "partly", "not", "unknown");

    @Autowired
    Trials trials;

    @Autowired
    TrialRepository stored;

    @Autowired
    Assessments assessments;

    @Autowired
    Rounds rounds;

    @Autowired
    Organizations companies;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    SignIns signIns;

    @Autowired
    Editions editions;

    @Autowired
    Clock clock;

    @Test
    void answers_join_what_is_there_and_foreign_words_are_left_out() {
        var token = trials.begin();
        assertThat(trials.answer(token, Map.of("backup", "partly"))).isTrue();
        assertThat(trials.answer(token, Map.of("training", "not", "company", "みなと工業", "backup", "<script>")))
                .isTrue();
        assertThat(trials.answer(token, Map.of("no-such-question", "partly"))).isFalse();
        assertThat(trials.find(token).orElseThrow().answers()).isEqualTo(Map.of("backup", "partly", "training", "not"));
    }

    @Test
    void carrying_over_into_a_company_gives_the_same_total() {
        var owner = organizations.company();
        var token = complete();
        var total = score(token).total();
        var kept = (KeepOutcome.Kept) trials.keep(owner, token, "お試し");
        assertThat(assessments.close(owner, kept.round()))
                .isInstanceOfSatisfying(
                        CloseOutcome.Closed.class,
                        closed -> assertThat(closed.score().total()).isEqualTo(total));
        assertThat(trials.find(token)).as("kept, so no longer a trial").isEmpty();
        assertThat(trials.keep(owner, token, "もう一度")).isInstanceOf(KeepOutcome.Gone.class);
    }

    @Test
    void starting_a_company_keeps_the_same_total_and_lets_the_owner_in() {
        var token = complete();
        var total = score(token).total();
        var email = UUID.randomUUID() + "@example.jp";
        var founding = new CompanyForm("山手商店", "山手 花子", "owner", email, "correct horse battery");
        var founded = trials.found(founding, token, "お試し").orElseThrow();
        var round = rounds.open(founded.actor().organization(), Round.SELF_DIAGNOSIS)
                .orElseThrow();
        assertThat(assessments.close(founded.actor(), round.id()))
                .isInstanceOfSatisfying(
                        CloseOutcome.Closed.class,
                        closed -> assertThat(closed.score().total()).isEqualTo(total));
        assertThat(founded.actor().is(Role.OWNER)).isTrue();
        assertThat(companies.company(founded.actor().organization()).name()).isEqualTo("山手商店");
        assertThat(signIns.check(email, "correct horse battery")).contains(founded.signIn());
        assertThat(trials.found(founding, token, "もう一度")).isEmpty();
    }

    @Test
    void a_round_that_is_being_answered_is_not_mixed_with_a_trial() {
        var owner = organizations.company();
        var first = (KeepOutcome.Kept) trials.keep(owner, complete(), "お試し");
        var token = complete();
        assertThat(trials.keep(owner, token, "もう一つ")).isEqualTo(new KeepOutcome.Busy(first.round()));
        assertThat(trials.find(token)).as("still there").isPresent();
    }

    @Test
    void an_unfinished_trial_is_not_kept() {
        var owner = organizations.company();
        var token = trials.begin();
        trials.answer(token, Map.of("backup", "partly"));
        assertThat(trials.keep(owner, token, "お試し")).isInstanceOf(KeepOutcome.Gone.class);
        assertThat(trials.find(token)).isPresent();
        assertThat(openRound(owner)).isFalse();
    }

    @Test
    void after_seven_days_an_attempt_is_not_found_and_the_job_deletes_it() {
        var now = OffsetDateTime.now(clock);
        var old = TrialToken.next();
        stored.add(old, "3.0", now.minus(Trials.LIFE).minusSeconds(1), now.minusSeconds(1));
        var young = TrialToken.next();
        stored.add(young, "3.0", now.minus(Trials.LIFE).plusHours(1), now.plusHours(1));
        assertThat(trials.find(old)).isEmpty();
        assertThat(trials.answer(old, Map.of("backup", "partly"))).isFalse();
        assertThat(trials.forgetExpired()).isPositive();
        assertThat(stored.find(old, now.minus(Duration.ofDays(2))))
                .as("deleted, not hidden")
                .isEmpty();
        assertThat(trials.find(young)).isPresent();
    }

    private boolean openRound(Actor actor) {
        return rounds.open(actor.organization(), Round.SELF_DIAGNOSIS).isPresent();
    }

    private TrialToken complete() {
        var token = trials.begin();
        var questions = diagnosis().questions();
        trials.answer(
                token,
                questions.stream()
                        .collect(Collectors.toMap(
                                SelfDiagnosis.Question::id, one -> ANSWERS.get(one.number() % ANSWERS.size()))));
        return token;
    }

    private Score score(TrialToken token) {
        return trials.find(token).orElseThrow().score(diagnosis()).orElseThrow();
    }

    private SelfDiagnosis diagnosis() {
        return editions.standard(Locale.JAPANESE).selfDiagnosis();
    }
}
