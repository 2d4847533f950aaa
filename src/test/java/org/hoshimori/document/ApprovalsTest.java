package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hoshimori.document.DocumentFixtures.POLICY;
import static org.hoshimori.document.DocumentFixtures.REGULATION;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.document.Approvals.Outcome;
import org.hoshimori.document.DraftRepository.State;
import org.hoshimori.document.DraftRepository.Step;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Templates;
import org.hoshimori.trail.Trail;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@HoshimoriTest
class ApprovalsTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures fixtures;

    @Autowired
    Approvals approvals;

    @Autowired
    Drafting drafting;

    @Autowired
    Documents documents;

    @Test
    void the_life_of_a_draft_is_this_table() {
        Map<State, Map<Step, State>> table = new EnumMap<>(State.class);
        table.put(State.DRAFT, Map.of(Step.EDIT, State.DRAFT, Step.ASK, State.IN_REVIEW));
        table.put(
                State.IN_REVIEW,
                Map.of(Step.WITHDRAW, State.DRAFT, Step.RETURN, State.DRAFT, Step.APPROVE, State.SETTLED));
        table.put(State.SETTLED, Map.of(Step.EDIT, State.DRAFT, Step.ASK, State.IN_REVIEW));
        for (var state : State.values()) {
            for (var step : Step.values()) {
                assertThat(state.after(step).orElse(null))
                        .as(state + " " + step)
                        .isEqualTo(table.getOrDefault(state, Map.of()).get(step));
            }
        }
    }

    @Test
    void whoever_signs_in_alone_asks_and_approves() {
        var owner = organizations.company();
        access.cookie(owner);
        var revision = fixtures.approved(owner, owner, POLICY);
        assertThat(revision.number()).isEqualTo(1);
        assertThat(revision.approvedRole()).isEqualTo("owner");
        assertThat(revision.fingerprint())
                .isEqualTo(Clauses.fingerprint(documents.plainText(owner.organization(), revision.id())));
        assertThat(documents.inForce(owner.organization(), POLICY)).contains(revision);
        assertThat(documents.composition(owner.organization(), revision.id()).plainText())
                .isEqualTo(documents.plainText(owner.organization(), revision.id()))
                .contains(documents.template(POLICY).title());
        assertThat(fixtures.told(owner))
                .containsExactly(new Revision.InForce(owner.organization(), revision.id(), POLICY));
    }

    @Test
    void where_two_people_sign_in_another_one_approves() {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        access.cookie(owner);
        access.cookie(lead);
        approvals.ask(owner, POLICY, documents.today(), null);
        var read = fixtures.fingerprint(owner, POLICY);
        assertThat(approvals.approve(owner, POLICY, read)).isInstanceOf(Outcome.OwnRequest.class);
        assertThat(approvals.approve(lead, POLICY, read)).isInstanceOf(Outcome.WrongRole.class);
        assertThat(approvals.withdraw(owner, POLICY)).isInstanceOf(Outcome.Done.class);
        assertThat(fixtures.approved(lead, owner, POLICY).askedBy()).isEqualTo(lead.name());
    }

    @Test
    void only_what_was_asked_for_and_read_is_approved() {
        var owner = organizations.company();
        access.cookie(owner);
        approvals.ask(owner, REGULATION, documents.today(), null);
        assertThat(approvals.approve(owner, REGULATION, "0".repeat(64))).isEqualTo(new Outcome.Changed(false));
        fixtures.fill(owner, POLICY, "password-minimum", "16");
        assertThat(approvals.approve(owner, REGULATION, fixtures.fingerprint(owner, REGULATION)))
                .isEqualTo(new Outcome.Changed(true));
        assertThat(documents.revisions(owner.organization(), REGULATION)).isEmpty();
    }

    @Test
    void pressing_twice_makes_one_revision() {
        var owner = organizations.company();
        access.cookie(owner);
        approvals.ask(owner, POLICY, documents.today(), null);
        var read = fixtures.fingerprint(owner, POLICY);
        assertThat(approvals.approve(owner, POLICY, read)).isInstanceOf(Outcome.Done.class);
        assertThat(approvals.approve(owner, POLICY, read)).isEqualTo(new Outcome.NotFrom(State.SETTLED));
        assertThat(documents.revisions(owner.organization(), POLICY)).hasSize(1);
    }

    @Test
    void a_revision_of_a_later_day_is_told_on_its_day_and_supersedes_then() {
        var owner = organizations.company();
        access.cookie(owner);
        var first = fixtures.approved(owner, owner, POLICY);
        var second = fixtures.approved(owner, owner, POLICY, documents.today().plusDays(3));
        assertThat(second.number()).isEqualTo(2);
        assertThat(documents.inForce(owner.organization(), POLICY)).contains(first);
        assertThat(fixtures.told(owner)).hasSize(1);
        approvals.announce(owner.organization(), owner.author());
        assertThat(fixtures.told(owner)).hasSize(1);
        assertThat(documents.standing(owner.organization())).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo(DocumentStanding.State.IN_FORCE));
    }

    @Test
    void a_changed_fact_recommends_a_review_in_words_and_an_unused_one_does_not() {
        var owner = organizations.company();
        access.cookie(owner);
        fixtures.approved(owner, owner, REGULATION);
        assertThat(documents.reviewed(owner.organization())).noneMatch(DocumentStanding::reviewRecommended);
        fixtures.fill(owner, POLICY, "develops-systems", "yes");
        assertThat(documents.reviewed(owner.organization()))
                .noneMatch(one -> one.template().equals(REGULATION) && one.reviewRecommended());
        fixtures.fill(owner, POLICY, "password-minimum", "14");
        var standing = documents.reviewed(owner.organization()).stream()
                .filter(one -> one.template().equals(REGULATION))
                .findFirst()
                .orElseThrow();
        assertThat(standing.changed()).anySatisfy(change -> {
            assertThat(change.title()).isEqualTo("パスワードの最低の長さ");
            assertThat(change.before()).isEqualTo("10");
            assertThat(change.now()).isEqualTo("14");
        });
    }

    @Test
    void another_company_sees_nothing_of_it() {
        var owner = organizations.company();
        access.cookie(owner);
        var revision = fixtures.approved(owner, owner, POLICY);
        fixtures.fill(owner, REGULATION, "password-minimum", "20");
        var other = organizations.company("よその会社");
        assertThat(documents.inForce(other.organization(), POLICY)).isEmpty();
        assertThat(documents.standing(other.organization())).isEmpty();
        assertThat(documents.known(other.organization()).blanks()).isEmpty();
        assertThatThrownBy(() -> documents.composition(other.organization(), revision.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.revision(other.organization(), revision.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_revision_that_was_overtaken_before_its_day_is_never_told() {
        var owner = organizations.company();
        access.cookie(owner);
        fixtures.approved(owner, owner, POLICY);
        fixtures.approved(owner, owner, POLICY, documents.today().plusDays(3));
        var third = fixtures.approved(owner, owner, POLICY);
        var later = Clock.offset(clock, Duration.ofDays(4));
        var read = new Documents(revisions, facts, templates, texts, later);
        new Approvals(database, drafts, revisions, read, desk, later).announce(owner.organization(), owner.author());
        assertThat(read.inForce(owner.organization(), POLICY)).contains(third);
        assertThat(fixtures.told(owner))
                .extracting(Revision.InForce::revision)
                .hasSize(2)
                .endsWith(third.id());
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 50))
                .filteredOn(entry -> entry.action().equals("document-in-force"))
                .extracting(TrailEntry::after)
                .containsExactly("3", "1");
    }

    @Autowired
    RevisionRepository revisions;

    @Autowired
    DraftRepository drafts;

    @Autowired
    CompanyFacts facts;

    @Autowired
    Templates templates;

    @Autowired
    MessageSource texts;

    @Autowired
    Approvals.Desk desk;

    @Autowired
    Database database;

    @Autowired
    Clock clock;

    @Autowired
    Trail trail;
}
