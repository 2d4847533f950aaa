package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Worries.Worry;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Companies and what their owners worry about, on the real database.
@HoshimoriTest
class OrganizationRepositoryTest {

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    Organizations organizations;

    @Autowired
    OrganizationRepository companies;

    @Autowired
    Worries worries;

    @Autowired
    Trail trail;

    @Autowired
    Database database;

    @Test
    void facts_come_back_as_they_were_saved_and_stay_in_their_company() {
        var owner = fixtures.company();
        var stranger = fixtures.company("よその会社");
        var before = organizations.company(owner.organization());
        var facts = new Company.Facts(
                "ミナト",
                new CorporateNumber("7000012050002"),
                false,
                "E",
                "27",
                "大阪市西区1-2-3",
                12,
                10_000_000L,
                "港 一郎",
                "https://example.jp",
                300_000L);
        var changed = new Company(before.id(), "新みなと工業株式会社", false, before.createdAt(), facts, "総務部");
        organizations.change(owner, changed);
        assertThat(organizations.company(owner.organization())).isEqualTo(changed);
        assertThat(organizations.company(stranger.organization()).facts()).isEqualTo(Company.Facts.UNKNOWN);
        assertThat(organizations.company(stranger.organization()).name()).isEqualTo("よその会社");
    }

    @Test
    void each_changed_fact_is_one_entry_from_what_to_what() {
        var owner = fixtures.company("前の名前");
        var before = organizations.company(owner.organization());
        organizations.change(owner, new Company(before.id(), "次の名前", false, before.createdAt(), before.facts(), "総務部"));
        assertThat(trail.newest(owner.organization(), Subject.of("company", owner.organization()), Long.MAX_VALUE, 9))
                .extracting(TrailEntry::action, TrailEntry::before, TrailEntry::after)
                .containsExactly(
                        tuple("changed-contact", null, "総務部"),
                        tuple("changed-name", "前の名前", "次の名前"),
                        tuple("founded", null, "前の名前"));
    }

    @Test
    void another_companys_row_stays_invisible() {
        var owner = fixtures.company();
        var stranger = fixtures.company();
        assertThat(companies.find(owner.organization())).isPresent();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> database.transact(stranger.organization(), () -> companies.find(owner.organization())))
                .withMessageContaining("another");
        assertThatThrownBy(() -> organizations.company(OrganizationId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void worries_are_kept_in_order_replaced_as_a_whole_and_stay_in_their_company() {
        var owner = fixtures.company();
        var stranger = fixtures.company();
        worries.choose(owner, List.of("customer-data-leaks", "customer-data-leaks"), List.of(" 工場が止まる ", "", "工場が止まる"));
        assertThat(worries.of(owner.organization()))
                .containsExactly(new Worry("customer-data-leaks", null), new Worry(null, "工場が止まる"));
        assertThat(organizations.portrait(owner.organization()).worries()).isEqualTo(worries.of(owner.organization()));
        assertThat(organizations.portrait(stranger.organization()).worries()).isEmpty();
        assertThat(worries.of(stranger.organization())).isEmpty();
        worries.choose(owner, List.of(), List.of("社長の電話が盗まれる"));
        assertThat(worries.of(owner.organization())).containsExactly(new Worry(null, "社長の電話が盗まれる"));
    }

    @Test
    void choosing_the_same_worries_again_is_no_change() {
        var owner = fixtures.company();
        worries.choose(owner, List.of("customer-data-leaks"), List.of("工場が止まる"));
        worries.choose(owner, List.of("customer-data-leaks"), List.of("工場が止まる"));
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 9))
                .filteredOn(entry -> entry.action().equals("changed-worries"))
                .singleElement()
                .extracting(TrailEntry::after)
                .isEqualTo("customer-data-leaks / 工場が止まる");
    }
}
