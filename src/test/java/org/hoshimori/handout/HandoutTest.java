package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.document.RevisionId;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is asked, and when somebody is asked again.
class HandoutTest {

    private static final OffsetDateTime ASKED = OffsetDateTime.parse("2026-11-01T09:00:00+09:00");

    private final Department top = department(null);
    private final Department middle = department(top.id());
    private final Department low = department(middle.id());
    private final Department other = department(null);
    private final List<Department> tree = List.of(top, middle, low, other);

    private final Member boss = member(top.id());
    private final Member worker = member(low.id());
    private final Member stranger = member(other.id());
    private final Member nowhere = member(null);
    private final List<Member> everybody = List.of(boss, worker, stranger, nowhere);

    @Test
    void everybody_is_everybody_also_without_a_department() {
        assertThat(Audience.EVERYBODY.among(everybody, List.of())).isEqualTo(everybody);
        assertThat(Audience.EVERYBODY.needsTree()).isFalse();
    }

    @Test
    void a_department_stands_for_all_below_it_and_not_for_those_above() {
        assertThat(Audience.of(Set.of(top.id()), Set.of()).among(everybody, tree))
                .containsExactly(boss, worker);
        assertThat(Audience.of(Set.of(middle.id()), Set.of()).among(everybody, tree))
                .containsExactly(worker);
    }

    @Test
    void people_are_added_to_departments_and_asked_once() {
        assertThat(Audience.of(Set.of(top.id()), Set.of(worker.id(), nowhere.id()))
                        .among(everybody, tree))
                .containsExactly(boss, worker, nowhere);
        assertThat(Audience.of(Set.of(), Set.of()).among(everybody, tree)).isEmpty();
    }

    @Test
    void questions_are_for_the_handbook_only() {
        assertThat(new Handout(Handout.HANDBOOK, Audience.EVERYBODY, false, true).asksQuestions())
                .isTrue();
        assertThat(new Handout("basic-policy", Audience.EVERYBODY, false, true).asksQuestions())
                .isFalse();
        assertThat(new Handout(Handout.HANDBOOK, Audience.EVERYBODY, false, false).asksQuestions())
                .isFalse();
    }

    @Test
    void the_job_asks_again_after_seven_days_then_weekly_three_times_at_most() {
        assertThat(request(0, null, null).due(ASKED.plusDays(7).minusSeconds(1)))
                .isFalse();
        assertThat(request(0, null, null).due(ASKED.plusDays(7))).isTrue();
        assertThat(request(1, ASKED.plusDays(7), null).due(ASKED.plusDays(13))).isFalse();
        assertThat(request(2, ASKED.plusDays(14), null).due(ASKED.plusDays(21))).isTrue();
        assertThat(request(3, ASKED.plusDays(21), null).due(ASKED.plusDays(60))).isFalse();
        assertThat(request(0, null, ASKED.plusDays(1)).due(ASKED.plusDays(60))).isFalse();
    }

    @Test
    void a_click_reminds_once_a_day() {
        assertThat(request(3, null, null).mayBeReminded(ASKED)).isTrue();
        assertThat(request(0, ASKED, null).mayBeReminded(ASKED.plusHours(23))).isFalse();
        assertThat(request(0, ASKED, null).mayBeReminded(ASKED.plusDays(1))).isTrue();
        assertThat(request(0, null, ASKED).mayBeReminded(ASKED.plusDays(1))).isFalse();
    }

    private static ReadingRequest request(
            int reminders, @Nullable OffsetDateTime reminded, @Nullable OffsetDateTime ended) {
        return new ReadingRequest(
                UUID.randomUUID(),
                Handout.HANDBOOK,
                RevisionId.next(),
                MemberId.next(),
                ASKED,
                reminders,
                reminded,
                ended);
    }

    private static Department department(@Nullable DepartmentId parent) {
        return new Department(DepartmentId.next(), parent, Department.Kind.DEPARTMENT, "部署");
    }

    private static Member member(@Nullable DepartmentId department) {
        return new Member(MemberId.next(), "人", null, department, null, "CODE", EnumSet.of(Role.EMPLOYEE), Set.of());
    }
}
