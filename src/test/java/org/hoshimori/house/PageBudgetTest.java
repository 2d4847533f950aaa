package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Round;
import org.hoshimori.database.StatementCount;
import org.hoshimori.handout.HandoutFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.sample.SampleFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Each page has a budget of SQL statements, the gate's included, that does not grow with the company's rows.
@HoshimoriTest
class PageBudgetTest {

    /// Twelve with the binding of the page's transaction to its company, which is not counted.
    private static final int BUDGET = 11;

    /// Home asks two statements more once a basic policy is in force: where it is public and what is on its way, or
    /// how far STEP 4 is.
    private static final int PUBLISHED_AND_DECLARED = 2;

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    AccessFixtures access;

    @Autowired
    HandoutFixtures handouts;

    @Autowired
    SampleFixtures samples;

    @Autowired
    StatementCount statements;

    @Test
    void pages_stay_within_their_budget_however_many_rows_there_are() throws Exception {
        var few = counts(company(2, 1));
        var many = counts(company(6, 20));
        assertThat(many).isEqualTo(few);
        assertThat(many.entrySet())
                .allSatisfy(
                        page -> assertThat(page.getValue()).as(page.getKey()).isBetween(1, BUDGET));
    }

    @Test
    void home_stays_within_its_budget_while_rounds_are_open() throws Exception {
        var company = company(2, 3);
        var owner = company.owner();
        var round = assessments.open(owner);
        assessments.answer(owner, round, assessments.all("partly"));
        var cookie = access.cookie(owner);
        assertThat(statements.of(() -> mvc.perform(get("/").cookie(cookie)).andExpect(status().isOk())))
                .isBetween(1, BUDGET - PUBLISHED_AND_DECLARED);
    }

    /// The sample company has all of it: a policy in force, assets, rounds of the risk analysis.
    @Test
    void home_stays_within_its_budget_where_everything_is_in_use() throws Exception {
        var cookie = access.cookie(samples.owner(UUID.randomUUID() + "@example.jp", "correct horse battery"));
        assertThat(statements.of(() -> mvc.perform(get("/").cookie(cookie)).andExpect(status().isOk())))
                .isBetween(1, BUDGET);
    }

    /// The newest closed round of a company with so many rounds and people, and its owner.
    private record Filled(Actor owner, Round newest) {}

    private Filled company(int rounds, int people) {
        var owner = organizations.company();
        handouts.handedOut(owner);
        for (var person = 0; person < people; person++) {
            organizations.person(owner, Role.EMPLOYEE);
        }
        for (var round = 1; round < rounds; round++) {
            assessments.closed(owner, "R" + round, Today.inJapan().minusDays(10L), assessments.all("partly"));
        }
        return new Filled(owner, assessments.closed(owner, "newest", Today.inJapan(), assessments.worth(50)));
    }

    private Map<String, Integer> counts(Filled company) throws Exception {
        var cookie = access.cookie(company.owner());
        var counts = new LinkedHashMap<String, Integer>();
        for (var page : pages()) {
            var path = page.replace("*", company.newest().id().toString());
            counts.put(page, statements.of(() -> mvc.perform(get(path).cookie(cookie))
                    .andExpect(status().isOk())));
        }
        return counts;
    }

    private static List<String> pages() {
        return Stream.of(company(), papers(), risks()).flatMap(List::stream).toList();
    }

    private static List<String> company() {
        return List.of(
                "/",
                "/owner",
                "/articles",
                "/assessments",
                "/results/*",
                "/results/*/reasons",
                "/controls/decide/*",
                "/controls?tab=all",
                "/controls?tab=board",
                "/comparison",
                "/declaration",
                "/declaration/form",
                "/people",
                "/people/codes",
                "/departments",
                "/company",
                "/permissions",
                "/trail",
                "/me");
    }

    private static List<String> papers() {
        return List.of(
                "/documents",
                "/documents/regulation-access-control",
                "/documents/regulation-access-control/clauses",
                "/documents/regulation-access-control/approval",
                "/documents/regulation-access-control/history",
                "/documents/word-template",
                "/regulations/why",
                "/handouts",
                "/handouts/handbook",
                "/handouts/handbook/read",
                "/publication",
                "/publication/address");
    }

    private static List<String> risks() {
        return List.of(
                "/risks",
                "/risks/check",
                "/risks/result",
                "/risks/treatments",
                "/risks/report",
                "/risks/what-if",
                "/risks/what-if/costs",
                "/risks/cheapest",
                "/risks/budget?yen=100000",
                "/risks/list",
                "/risks/threats",
                "/risks/history");
    }
}
