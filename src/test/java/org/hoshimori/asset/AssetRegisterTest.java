package org.hoshimori.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.asset.AssetRegister.Outcome;
import org.hoshimori.asset.AssetRegister.UndoOutcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class AssetRegisterTest {

    @Autowired
    AssetRegister register;

    @Autowired
    Assets assets;

    @Autowired
    AssetRepository repository;

    @Autowired
    AssetFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Departments departments;

    @Autowired
    MethodChoice method;

    @Autowired
    Trail trail;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void a_row_comes_back_as_it_was_written() {
        var id = AssetId.next();
        var row = new Asset(
                id,
                0,
                "人事",
                "社員名簿",
                "2行\nの備考",
                "人事の2人",
                "総務部",
                "office-pc",
                new PersonalKinds(Set.of(PersonalKinds.Kind.PERSONAL, PersonalKinds.Kind.MY_NUMBER)),
                new Cia(1, 2, 0),
                new Overriding(Set.of(Overriding.Reason.PARTNER)),
                new Asset.Keeping("7年", register.today(), id));
        fixtures.add(owner, row);
        assertThat(assets.all(owner.organization())).containsExactly(row.numbered(1));
        assertThat(assets.importances(owner.organization()))
                .containsExactly(new Assets.Weighed(id, "社員名簿", "総務部", "office-pc", Importance.HIGH));
    }

    @Test
    void another_companys_rows_stay_invisible() {
        var row = fixtures.add(owner, AssetFixtures.row("設計図", "", "office-pc", 2));
        var other = organizations.company();
        assertThat(assets.all(other.organization())).isEmpty();
        assertThat(assets.find(other.organization(), row.id())).isEmpty();
        assertThat(assets.count(other.organization())).isZero();
        register.changeAll(other, "x", List.of(row.id()), one -> one.rated(new Cia(0, 0, 0)));
        assertThat(assets.all(owner.organization())).containsExactly(row);
    }

    @Test
    void the_second_editor_sees_what_the_first_has_changed() {
        var seen = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        var first = fixtures.add(owner, seen.rated(new Cia(2, 2, 2)));
        assertThat(register.write(owner, seen.rated(new Cia(0, 0, 0)))).isEqualTo(new Outcome.Stale(first));
        assertThat(assets.all(owner.organization())).containsExactly(first);
    }

    @Test
    void a_row_sent_twice_is_added_once() {
        var row = AssetFixtures.row("見積書", "", "office-pc", 1);
        fixtures.add(owner, row);
        assertThat(register.write(owner, row)).isInstanceOf(Outcome.Done.class);
        assertThat(assets.count(owner.organization())).isEqualTo(1);
    }

    @Test
    void the_same_asset_on_another_medium_stays_as_secret() {
        var paper = fixtures.add(owner, AssetFixtures.row("見積書", "", "paper-documents", 1));
        var twin = fixtures.add(owner, paper.twinOn("office-pc", register.today()));
        fixtures.add(owner, paper.rated(new Cia(2, 1, 1)));
        var now = assets.find(owner.organization(), twin.id()).orElseThrow();
        assertThat(now.cia()).isEqualTo(new Cia(2, 0, 0));
        assertThat(now.version()).isEqualTo(2);
    }

    @Test
    void the_last_change_can_be_taken_back() {
        var before = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        fixtures.add(owner, before.rated(new Cia(2, 2, 2)));
        assertThat(register.undo(owner, last())).isEqualTo(new UndoOutcome.Undone(1, List.of()));
        assertThat(assets.all(owner.organization())).containsExactly(before.numbered(3));
    }

    @Test
    void a_removed_row_comes_back() {
        var row = fixtures.add(owner, AssetFixtures.row("見積書", "営業部", "office-pc", 1));
        register.remove(owner, row.id());
        assertThat(assets.all(owner.organization())).isEmpty();
        var step = last();
        assertThat(register.undo(owner, step)).isEqualTo(new UndoOutcome.Undone(1, List.of()));
        assertThat(assets.all(owner.organization())).containsExactly(row.numbered(2));
        assertThat(register.undo(owner, step)).isInstanceOf(UndoOutcome.TooLate.class);
    }

    @Test
    void taking_back_leaves_what_was_edited_since_and_names_it() {
        var written = fixtures.addAll(owner, AssetFixtures.rows(20, 1));
        var touched = assets.all(owner.organization()).get(7);
        fixtures.add(owner, touched.rated(new Cia(0, 0, 1)).on(register.today()));
        assertThat(register.undo(owner, written.step().id()))
                .isEqualTo(new UndoOutcome.Undone(19, List.of(touched.name())));
        assertThat(assets.all(owner.organization())).extracting(Asset::id).containsExactly(touched.id());
    }

    @Test
    void another_company_cannot_take_back_a_step() {
        fixtures.add(owner, AssetFixtures.row("見積書", "", "office-pc", 1));
        assertThat(register.undo(organizations.company(), last())).isInstanceOf(UndoOutcome.TooLate.class);
        assertThat(assets.count(owner.organization())).isEqualTo(1);
    }

    @Test
    void many_rows_change_alike_and_the_trail_says_so() {
        fixtures.addAll(owner, AssetFixtures.rows(30, 2));
        var ids = assets.all(owner.organization()).stream().map(Asset::id).toList();
        var changed = register.changeAll(owner, "経理", ids, row -> row.rated(new Cia(2, 2, 2)));
        assertThat(changed.changed()).isBetween(20, 30);
        assertThat(trail.newest(owner.organization(), Subject.of("register", owner.organization()), Long.MAX_VALUE, 1))
                .extracting(entry -> entry.action())
                .containsExactly("assets-bulk");
        register.undo(owner, changed.step().id());
        assertThat(assets.all(owner.organization()))
                .usingRecursiveFieldByFieldElementComparatorOnFields("name", "cia", "personal", "keeping.retention")
                .containsExactlyElementsOf(AssetFixtures.rows(30, 2));
    }

    @Test
    void a_department_head_changes_only_the_departments_rows_and_those_below() {
        var sales =
                departments.add(owner, new Department(DepartmentId.next(), null, Department.Kind.DEPARTMENT, "営業部"));
        departments.add(owner, new Department(DepartmentId.next(), sales.id(), Department.Kind.DEPARTMENT, "営業1課"));
        var person = organizations.person(owner, Role.DEPARTMENT_HEAD);
        var head = new Actor(
                person.organization(), person.member(), person.name(), null, person.roles(), Set.of(sales.id()));
        var mine = fixtures.add(owner, AssetFixtures.row("見積書", "営業１課", "office-pc", 1));
        var foreign = fixtures.add(owner, AssetFixtures.row("帳簿", "経理部", "office-pc", 1));
        assertThat(register.write(head, mine.rated(new Cia(2, 2, 2)))).isInstanceOf(Outcome.Done.class);
        assertThat(register.write(head, foreign.rated(new Cia(2, 2, 2)))).isInstanceOf(Outcome.NotYours.class);
        assertThat(register.remove(head, foreign.id())).isInstanceOf(Outcome.NotYours.class);
        assertThat(register.changeAll(head, "x", List.of(foreign.id()), row -> row.rated(new Cia(0, 1, 1)))
                        .changed())
                .isZero();
    }

    @Test
    void the_method_is_chosen_and_can_be_taken_back_without_changing_a_row() {
        fixtures.add(owner, AssetFixtures.row("見積書", "", "office-pc", 1));
        assertThat(method.of(owner.organization())).isEqualTo("3.0");
        method.choose(owner, "3.1");
        assertThat(method.of(owner.organization())).isEqualTo("3.1");
        assertThat(assets.all(owner.organization()).getFirst().importance().shown("3.1"))
                .isEqualTo(2);
        method.choose(owner, "3.0");
        assertThat(method.of(organizations.company().organization())).isEqualTo("3.0");
    }

    @Test
    void importance_is_the_highest_figure_unless_something_overrides() {
        assertThat(Importance.of(new Cia(2, 1, 0), PersonalKinds.NONE, Overriding.NONE))
                .isEqualTo(Importance.HIGH);
        assertThat(Importance.of(new Cia(0, 2, 2), PersonalKinds.NONE, Overriding.NONE))
                .isEqualTo(Importance.HIGH);
        assertThat(Importance.of(new Cia(1, 1, 0), PersonalKinds.NONE, Overriding.NONE))
                .isEqualTo(Importance.MIDDLE);
        assertThat(Importance.of(new Cia(0, 0, 0), PersonalKinds.NONE, Overriding.NONE))
                .isEqualTo(Importance.LOW);
        for (var kind : PersonalKinds.Kind.values()) {
            assertThat(Importance.of(new Cia(0, 0, 0), new PersonalKinds(Set.of(kind)), Overriding.NONE))
                    .isEqualTo(Importance.HIGH);
        }
        for (var reason : Overriding.Reason.values()) {
            assertThat(Importance.of(new Cia(0, 1, 0), PersonalKinds.NONE, new Overriding(Set.of(reason))))
                    .isEqualTo(Importance.HIGH);
        }
        assertThat(IntStream.range(0, 3).mapToObj(Importance::of)).containsExactly(Importance.values());
    }

    private java.util.UUID last() {
        return repositorySteps
                .undoable(owner.organization(), register.undoableSince(), 1)
                .getFirst()
                .id();
    }

    @Autowired
    StepRepository repositorySteps;
}
