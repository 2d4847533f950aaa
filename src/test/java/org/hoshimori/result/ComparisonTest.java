package org.hoshimori.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class ComparisonTest {

    @Autowired
    Comparison comparison;

    @Autowired
    ComparisonRepository means;

    @Autowired
    Organizations organizations;

    @Autowired
    OrganizationFixtures companies;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    Database database;

    @Autowired
    Trail trail;

    /// Other tests' companies would be counted too.
    @BeforeEach
    void nobody_has_agreed() {
        database.across(sql -> sql.execute("DELETE FROM result_contribution"));
        comparison.renew();
    }

    @Test
    void is_hidden_below_ten_and_shown_from_ten_others_on() {
        var viewer = company("E", 15);
        agreed(9, "E", 15, "partly");
        comparison.renew();
        assertThat(comparison.peers(facts(viewer), "3.0")).isEmpty();
        agreed(1, "E", 15, "implemented");
        assertThat(comparison.peers(facts(viewer), "3.0")).isEmpty();
        comparison.renew();
        var peers = comparison.peers(facts(viewer), "3.0").orElseThrow();
        assertThat(peers.companies()).isEqualTo(10);
        assertThat(peers.total()).isEqualTo(55);
        assertThat(peers.part("basic")).isEqualTo(11);
    }

    @Test
    void the_company_itself_is_not_one_of_the_ten() {
        var viewer = agreed(10, "E", 15, "partly").getFirst();
        comparison.renew();
        assertThat(comparison.peers(facts(viewer), "3.0")).isEmpty();
        agreed(1, "E", 15, "partly");
        comparison.renew();
        assertThat(comparison.peers(facts(viewer), "3.0")).isPresent();
    }

    @Test
    void the_most_specific_group_of_ten_is_taken() {
        agreed(10, "E", 15, "partly");
        agreed(2, "D", 15, "not");
        comparison.renew();
        var sameOfBoth = comparison.peers(facts(company("E", 12)), "3.0").orElseThrow();
        assertThat(sameOfBoth.industry()).isEqualTo("E");
        assertThat(sameOfBoth.sizeClass()).isEqualTo("6-20");
        var sameSize = comparison.peers(facts(company("D", 12)), "3.0").orElseThrow();
        assertThat(sameSize.industry()).isNull();
        assertThat(sameSize.sizeClass()).isEqualTo("6-20");
        assertThat(sameSize.companies()).isEqualTo(12);
        var all = comparison.peers(facts(company("D", 500)), "3.0").orElseThrow();
        assertThat(all.sizeClass()).isNull();
        assertThat(comparison.peers(facts(company("D", 500)), "2.1")).isEmpty();
    }

    @Test
    void a_sample_company_never_counts() {
        agreed(9, "E", 15, "partly");
        var sample = organizations.found(
                new Organizations.Founding("見本株式会社", "見本 花子", null, EnumSet.of(Role.OWNER), null, true));
        assessments.closed(sample, "implemented");
        assertThat(comparison.agree(sample)).isInstanceOf(ConsentOutcome.SampleCompany.class);
        assessments.closed(sample, "implemented");
        assertThat(contributions()).isEqualTo(9);
        comparison.renew();
        assertThat(comparison.peers(facts(company("E", 15)), "3.0")).isEmpty();
    }

    @Test
    void only_the_latest_round_counts_and_only_after_the_consent() {
        var owner = companies.company();
        assessments.closed(owner, "not");
        assertThat(contributions()).isZero();
        comparison.agree(owner);
        comparison.agree(owner);
        assertThat(contributions()).isEqualTo(1);
        assertThat(points()).containsExactly(0);
        assessments.closed(owner, "implemented");
        assertThat(points()).containsExactly(100);
    }

    @Test
    void withdrawing_deletes_the_contribution_and_is_on_record() {
        var owner = companies.company();
        assessments.closed(owner, "partly");
        comparison.agree(owner);
        comparison.withdraw(owner);
        comparison.withdraw(owner);
        assertThat(contributions()).isZero();
        assertThat(comparison.consent(owner.organization())).isEmpty();
        var about = Subject.of("company", owner.organization());
        assertThat(trail.newest(owner.organization(), about, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.action())
                .containsExactly("comparison-withdrawn", "comparison-agreed", "founded");
    }

    @Test
    void a_removed_company_leaves_no_contribution() {
        var owner = companies.company();
        comparison.agree(owner);
        var number = comparison.consent(owner.organization()).orElseThrow().contribution();
        means.contribute(
                new ComparisonRepository.Contribution(number, "3.0", null, null, Map.of(Peers.TOTAL, 50)),
                OffsetDateTime.now());
        assertThat(contributions()).isEqualTo(1);
        organizations.remove(owner.organization(), owner.author());
        assertThat(contributions()).isZero();
    }

    @Test
    void another_companys_consent_stays_invisible() {
        var owner = companies.company();
        var stranger = companies.company();
        comparison.agree(owner);
        assertThat(comparison.consent(owner.organization())).isPresent();
        assertThat(comparison.consent(stranger.organization())).isEmpty();
    }

    private List<Actor> agreed(int count, String industry, int employees, String answer) {
        return IntStream.range(0, count)
                .mapToObj(_ -> {
                    var owner = company(industry, employees);
                    comparison.agree(owner);
                    assessments.closed(owner, answer);
                    return owner;
                })
                .toList();
    }

    private Actor company(String industry, int employees) {
        var owner = companies.company();
        var company = facts(owner);
        var facts = new Company.Facts(null, null, false, industry, null, null, employees, null, null, null, null);
        organizations.change(
                owner, new Company(company.id(), company.name(), false, company.createdAt(), facts, company.contact()));
        return owner;
    }

    private Company facts(Actor actor) {
        return organizations.company(actor.organization());
    }

    private int contributions() {
        return points().size();
    }

    private List<Integer> points() {
        return database.across(sql -> sql.fetch("SELECT points FROM result_contribution WHERE part = '*'")
                .into(Integer.class));
    }
}
