package org.hoshimori.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hoshimori.document.DocumentFixtures.REGULATION;

import java.util.Map;
import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.document.BlankValues.Typed;
import org.hoshimori.document.Clauses.Direction;
import org.hoshimori.document.Drafting.Outcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.template.ClauseChange;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class DraftingTest {

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    DocumentFixtures fixtures;

    @Autowired
    Drafting drafting;

    @Autowired
    Documents documents;

    @Autowired
    DraftRepository drafts;

    @Test
    void two_editors_at_different_blanks_both_win() {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var saw = BlankValues.seen("");
        drafting.fill(
                owner, REGULATION, Map.of("password-minimum", new Typed("12", saw), "uses-cloud", new Typed("", saw)));
        var outcome = drafting.fill(
                lead, REGULATION, Map.of("password-minimum", new Typed("", saw), "uses-cloud", new Typed("no", saw)));
        assertThat(outcome).isEqualTo(new Outcome.Done(Map.of()));
        assertThat(value(owner, "password-minimum")).isEqualTo("12");
        assertThat(value(owner, "uses-cloud")).isEqualTo("no");
    }

    @Test
    void two_editors_at_the_same_blank_the_second_sees_what_the_first_wrote() {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        fixtures.fill(owner, REGULATION, "password-minimum", "12");
        var outcome =
                drafting.fill(lead, REGULATION, Map.of("password-minimum", new Typed("20", BlankValues.seen("10"))));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            var theirs = done.conflicts().get("password-minimum");
            assertThat(theirs).isNotNull();
            assertThat(theirs.value()).isEqualTo("12");
            assertThat(theirs.stamp().by()).isEqualTo(owner.name());
        });
        assertThat(value(owner, "password-minimum")).isEqualTo("12");
    }

    @Test
    void clauses_are_left_out_reworded_added_and_moved() {
        var owner = organizations.company();
        var lines = lines(owner);
        var first = lines.lines().get(0);
        var second = lines.lines().get(1);
        var third = lines.lines().get(2);
        drafting.leave(owner, REGULATION, first.id(), "当社には要らない");
        drafting.reword(owner, REGULATION, second.id(), second.seen(), words("新しい見出し", "新しい本文。"));
        drafting.add(owner, REGULATION, second.id(), words("足した条", "足した本文。"));
        drafting.move(owner, REGULATION, third.id(), Direction.UP, version(owner));
        var now = lines(owner).lines();
        assertThat(now.stream().map(Clauses.Line::id).limit(4))
                .containsExactly(first.id(), second.id(), third.id(), "own-1");
        assertThat(now.getFirst().reason()).isEqualTo("当社には要らない");
        var text =
                documents.sketch(owner.organization(), REGULATION).composition().plainText();
        assertThat(text).contains("新しい見出し", "新しい本文。", "足した本文。");
        assertThat(text.indexOf(third.title())).isLessThan(text.indexOf("足した条"));
        drafting.restore(owner, REGULATION, first.id());
        drafting.restore(owner, REGULATION, "own-1");
        assertThat(lines(owner).lines()).noneMatch(Clauses.Line::left).noneMatch(line -> line.id()
                .equals("own-1"));
    }

    @Test
    void a_clause_that_somebody_else_changed_is_not_overwritten() {
        var owner = organizations.company();
        var lead = organizations.person(owner, Role.SECURITY_LEAD);
        var clause = lines(owner).lines().get(1);
        drafting.reword(owner, REGULATION, clause.id(), clause.seen(), words("先", "先に書いた。"));
        var late = drafting.reword(lead, REGULATION, clause.id(), clause.seen(), words("後", "後で書いた。"));
        assertThat(late).isInstanceOfSatisfying(Outcome.Overtaken.class, overtaken -> {
            assertThat(overtaken.now().markdown()).isEqualTo("先に書いた。");
            assertThat(overtaken.by().by()).isEqualTo(owner.name());
        });
        assertThat(lines(owner).known(clause.id()).markdown()).isEqualTo("先に書いた。");
        assertThat(drafting.move(lead, REGULATION, clause.id(), Direction.DOWN, 0))
                .isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void nothing_is_edited_while_it_waits_for_approval() {
        var owner = organizations.company();
        access.cookie(owner);
        fixtures.fill(owner, REGULATION, "password-minimum", "12");
        assertThat(approve(owner)).isInstanceOf(Approvals.Outcome.Done.class);
        assertThat(fixtures.fill(owner, REGULATION, "password-minimum", "13")).isInstanceOf(Outcome.Locked.class);
        assertThat(drafting.leave(
                        owner, REGULATION, lines(owner).lines().getFirst().id(), "x"))
                .isInstanceOf(Outcome.Locked.class);
        assertThat(value(owner, "password-minimum")).isEqualTo("12");
    }

    @Autowired
    Approvals approvals;

    private Approvals.Outcome approve(Actor owner) {
        return approvals.ask(owner, REGULATION, documents.today(), null);
    }

    @Test
    void an_unknown_clause_is_not_found() {
        var owner = organizations.company();
        assertThatThrownBy(() -> drafting.leave(owner, REGULATION, "nowhere", "x"))
                .isInstanceOf(NotFound.class);
    }

    private String value(Actor actor, String blank) {
        return Objects.requireNonNull(drafts.blanks(actor.organization()).get(blank))
                .value();
    }

    private int version(Actor actor) {
        return drafts.draft(actor.organization(), REGULATION).version();
    }

    private Clauses lines(Actor actor) {
        return Clauses.of(documents.template(REGULATION), drafts.changes(actor.organization(), REGULATION));
    }

    private static Clauses.OwnWords words(String title, String markdown) {
        return new Clauses.OwnWords(title, markdown, "", ClauseChange.English.NONE);
    }
}
