package org.hoshimori.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.scenario.ItemCost.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@HoshimoriTest
class ScenarioRepositoryTest {

    @Autowired
    ScenarioRepository repository;

    @Autowired
    ItemCosts costs;

    @Autowired
    OrganizationFixtures organizations;

    @Test
    void what_a_company_says_replaces_what_it_said_and_stays_its_own() {
        var owner = organizations.company();
        var other = organizations.company();
        repository.say(
                owner.organization(),
                Map.of("backup-taken", new Said(1L, null, null), "logs-kept", new Said(null, null, "人がいない")));
        assertThat(repository.said(other.organization())).isEmpty();
        repository.say(other.organization(), Map.of("backup-taken", new Said(9L, 9L, null)));
        repository.say(owner.organization(), Map.of("logs-kept", new Said(null, 0L, "人がいない")));
        assertThat(repository.said(owner.organization())).isEqualTo(Map.of("logs-kept", new Said(null, 0L, "人がいない")));
        assertThat(repository.said(other.organization())).containsOnlyKeys("backup-taken");
    }

    @Test
    void an_item_about_which_nothing_is_said_has_no_row() {
        var owner = organizations.company();
        repository.say(owner.organization(), Map.of("backup-taken", Said.NOTHING));
        assertThat(repository.said(owner.organization())).isEmpty();
    }

    @Test
    void the_database_refuses_a_sum_that_cannot_be() {
        var owner = organizations.company();
        assertThatThrownBy(
                        () -> repository.say(owner.organization(), Map.of("backup-taken", new Said(-1L, null, null))))
                .isInstanceOfAny(DataAccessException.class, org.jooq.exception.DataAccessException.class);
    }

    @Test
    void what_equals_the_content_and_unknown_items_are_forgotten() {
        var owner = organizations.company();
        var standard = costs.of(owner.organization()).of("backup-taken").standard();
        costs.say(
                owner,
                Map.of(
                        "backup-taken",
                        new Said(standard.once(), standard.yearly() + 1, null),
                        "logs-kept",
                        new Said(costs.of(owner.organization()).of("logs-kept").once(), null, null),
                        "no-such-item",
                        new Said(5L, null, null)));
        assertThat(repository.said(owner.organization()))
                .isEqualTo(Map.of("backup-taken", new Said(null, standard.yearly() + 1, null)));
        assertThat(costs.of(owner.organization()).of("backup-taken").firstYear())
                .isEqualTo(standard.once() + standard.yearly() + 1);
    }

    @Test
    void two_clicks_at_once_are_one_saying() throws Exception {
        for (var run = 0; run < 6; run++) {
            var owner = organizations.company();
            Callable<Object> click = () -> {
                costs.say(owner, Map.of("backup-taken", new Said(1L, 2L, null), "logs-kept", new Said(3L, 4L, null)));
                return owner;
            };
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var clicked : threads.invokeAll(List.of(click, click))) {
                    clicked.get();
                }
            }
            assertThat(repository.said(owner.organization())).hasSize(2);
        }
    }
}
