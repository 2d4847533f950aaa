package org.hoshimori.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.SignIns;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// What an operator may do without breaking the programme for everybody.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=immediate")
class OperatorTest {

    @Autowired
    StaffFixtures fixtures;

    @Autowired
    Staff staff;

    @Autowired
    Programme programme;

    @Autowired
    ProgrammeTexts texts;

    @Autowired
    SignIns signIns;

    @Autowired
    Clock clock;

    private void save(Kind kind, String name, String body) {
        var head = fixtures.clerk(StaffRole.HEAD).clerk();
        texts.save(head, new Draft(kind, name, "題", body, LocalDate.now(clock), Text.State.SHOWN));
    }

    @Test
    void a_field_that_is_named_twice_is_asked_once() {
        var before = programme.settings().fields();
        save(Kind.SETTING, "fields", "kana, kana corporateNumber");
        assertThat(programme.settings().fields()).containsExactlyInAnyOrder("kana", "corporateNumber");
        save(Kind.SETTING, "fields", String.join(" ", before));
    }

    @Test
    void rules_of_another_name_are_never_those_that_are_agreed_to() {
        save(Kind.RULES, "a-draft", "まだ誰も見ていない規約");
        assertThat(programme.terms().rules()).isEqualTo(texts.rules());
    }

    @Test
    void whoever_joins_is_called_as_they_typed() {
        var head = fixtures.clerk(StaffRole.HEAD).clerk();
        var token = staff.invite(head, "仮の名前", EnumSet.of(StaffRole.RECEPTION));
        var signIn = signIns.create(UUID.randomUUID() + "@example.jp", "a long pass phrase for tests");
        assertThat(staff.join(token, signIn, "森 みどり").name()).isEqualTo("森 みどり");
        assertThat(staff.all())
                .extracting(Staff.Colleague::name)
                .contains("森 みどり")
                .doesNotContain("仮の名前");
    }

    @Test
    void whoever_was_let_go_before_joining_finds_the_link_ended() {
        var head = fixtures.clerk(StaffRole.HEAD).clerk();
        var token = staff.invite(head, "来ない人", EnumSet.of(StaffRole.RECEPTION));
        assertThat(staff.link(token).subject()).isNotNull();
        var invited = staff.all().stream()
                .filter(one -> one.name().equals("来ない人"))
                .findFirst()
                .orElseThrow();
        staff.leave(head, invited.id());
        assertThatThrownBy(() -> staff.link(token)).isInstanceOf(NotFound.class);
    }
}
