package org.hoshimori.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two clicks at once ask nobody twice and leave one link.
@HoshimoriTest
class AskedOnceTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    RespondentFixtures respondents;

    @Autowired
    Rounds rounds;

    @Autowired
    People people;

    @Autowired
    Asking asking;

    private static <T> List<T> twice(Callable<T> work) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<T> both = () -> {
                start.await();
                return work.call();
            };
            var one = threads.submit(both);
            var other = threads.submit(both);
            return List.of(one.get(), other.get());
        }
    }

    @Test
    void a_person_answers_once() throws Exception {
        for (int run = 0; run < 6; run++) {
            var owner = organizations.company();
            var round = respondents.open(owner);
            var clerk = people.member(
                    owner.organization(),
                    organizations.person(owner, Role.EMPLOYEE).member());
            twice(() -> asking.add(owner, round, List.of(clerk), Map.of()));
            twice(() -> asking.paper(owner, round, clerk));
            for (var kind : List.of(Respondent.Kind.MEMBER, Respondent.Kind.PAPER)) {
                assertThat(rounds.respondents(owner.organization(), round.id()).stream()
                                .filter(one -> one.kind() == kind && clerk.id().equals(one.member())))
                        .as(kind.name())
                        .hasSize(1);
            }
        }
    }

    @Test
    void only_the_newest_link_is_good() throws Exception {
        for (int run = 0; run < 6; run++) {
            var owner = organizations.company();
            var round = respondents.open(owner);
            var colleague = respondents.link(owner, round).respondent();
            var good = twice(() -> asking.renew(owner, round, colleague, Duration.ofDays(7))).stream()
                    .map(outcome -> Objects.requireNonNull(((Asking.Outcome.Asked) outcome).token()))
                    .filter(token -> asking.guest(token).isPresent());
            assertThat(good).hasSize(1);
        }
    }
}
