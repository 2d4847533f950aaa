package org.hoshimori.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hoshimori.control.ControlId;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.End;
import org.hoshimori.treatment.DecidedTreatment.Ending;
import org.hoshimori.treatment.DecidedTreatment.State;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.Treatment.Way;
import org.hoshimori.treatment.TreatmentOutcome.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreatmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Actor OWNER = actor(Role.OWNER);
    private static final Actor LEAD = actor(Role.SECURITY_LEAD);

    @Test
    void a_large_risk_is_retained_by_an_owner_in_person_and_by_nobody_else() {
        var owners = new Treatment.Retain("理由", OWNER.member(), TODAY);
        assertThat(owners.refusal(RiskLevel.LARGE, OWNER, TODAY)).isEmpty();
        assertThat(owners.refusal(RiskLevel.LARGE, LEAD, TODAY)).contains(Refusal.OWNER_ONLY);
        assertThat(owners.refusal(RiskLevel.LARGE, actor(Role.OWNER), TODAY)).contains(Refusal.OWNER_ONLY);
        var leads = new Treatment.Retain("理由", LEAD.member(), TODAY);
        assertThat(leads.refusal(RiskLevel.LARGE, LEAD, TODAY)).contains(Refusal.OWNER_ONLY);
        assertThat(leads.refusal(RiskLevel.LARGE, OWNER, TODAY)).contains(Refusal.OWNER_ONLY);
        assertThat(leads.refusal(RiskLevel.MIDDLE, LEAD, TODAY)).isEmpty();
    }

    @Property(tries = 200)
    void a_date_is_today_or_later_and_at_most_ten_years_ahead(@ForAll @IntRange(min = -9000, max = 9000) int days) {
        var day = TODAY.plusDays(days);
        var expected = day.isBefore(TODAY)
                ? Optional.of(Refusal.PAST)
                : day.isAfter(TODAY.plusYears(10)) ? Optional.of(Refusal.TOO_FAR) : Optional.<Refusal>empty();
        assertThat(all(day)).allSatisfy(one -> assertThat(one.refusal(RiskLevel.MIDDLE, OWNER, TODAY))
                .isEqualTo(expected));
    }

    @Test
    void what_says_nothing_is_refused() {
        var nothing = new Treatment.Modify(List.of(), List.of(), "", LEAD.member(), TODAY, Costs.UNKNOWN);
        assertThat(nothing.refusal(RiskLevel.SMALL, LEAD, TODAY)).contains(Refusal.NOTHING_CHOSEN);
        var control =
                new Treatment.Modify(List.of(), List.of(ControlId.next()), "", LEAD.member(), TODAY, Costs.UNKNOWN);
        assertThat(control.refusal(RiskLevel.SMALL, LEAD, TODAY)).isEmpty();
        assertThat(List.of(
                        new Treatment.Retain(" ", LEAD.member(), TODAY),
                        new Treatment.Avoid("", LEAD.member(), TODAY, Costs.UNKNOWN),
                        new Treatment.Share(Way.SERVICE, " ", "", null, null, Costs.UNKNOWN)))
                .allSatisfy(one ->
                        assertThat(one.refusal(RiskLevel.SMALL, LEAD, TODAY)).contains(Refusal.WORDLESS));
    }

    @Test
    void what_is_retained_holds_on_its_last_day_and_is_a_risk_again_on_the_next() {
        var retained = decided(new Treatment.Retain("理由", OWNER.member(), TODAY), null);
        assertThat(retained.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY)).isEqualTo(State.ACCEPTED);
        assertThat(retained.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY.plusDays(1)))
                .isEqualTo(State.EXPIRED);
        assertThat(State.EXPIRED.open()).isTrue();
        assertThat(retained.state(RiskLevel.LARGE, RiskLevel.SMALL, TODAY.plusDays(1)))
                .isEqualTo(State.CALM);
    }

    @Test
    void nobody_accepted_more_than_there_was_that_day() {
        var retained = decided(new Treatment.Retain("理由", LEAD.member(), TODAY), null);
        assertThat(retained.state(RiskLevel.MIDDLE, RiskLevel.LARGE, TODAY)).isEqualTo(State.UNTREATED);
        assertThat(retained.state(RiskLevel.LARGE, RiskLevel.MIDDLE, TODAY)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void what_was_done_and_left_a_large_risk_is_no_answer() {
        var modify = new Treatment.Modify(List.of("a"), List.of(), "", LEAD.member(), TODAY, Costs.UNKNOWN);
        var done = decided(modify, new End(Ending.DONE, "x", OffsetDateTime.now(), ""));
        assertThat(done.state(RiskLevel.LARGE, RiskLevel.MIDDLE, TODAY.plusDays(9)))
                .isEqualTo(State.DONE);
        assertThat(done.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY)).isEqualTo(State.UNTREATED);
        var open = decided(modify, null);
        assertThat(open.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY)).isEqualTo(State.PLANNED);
        assertThat(open.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY.plusDays(1)))
                .isEqualTo(State.LATE);
    }

    @Test
    void a_contract_without_an_end_goes_on_and_one_with_an_end_runs_out() {
        var endless = decided(new Treatment.Share(Way.SERVICE, "x", "", null, null, Costs.UNKNOWN), null);
        assertThat(endless.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY.plusYears(50)))
                .isEqualTo(State.SHARED);
        var ending = decided(new Treatment.Share(Way.INSURANCE, "x", "", 1L, TODAY, Costs.UNKNOWN), null);
        assertThat(ending.state(RiskLevel.LARGE, RiskLevel.LARGE, TODAY.plusDays(1)))
                .isEqualTo(State.EXPIRED);
    }

    @Test
    void a_small_risk_needs_nothing() {
        assertThat(DecidedTreatment.untreated(RiskLevel.SMALL)).isEqualTo(State.CALM);
        assertThat(DecidedTreatment.untreated(RiskLevel.MIDDLE)).isEqualTo(State.UNTREATED);
    }

    private static List<Treatment> all(LocalDate day) {
        return List.of(
                new Treatment.Modify(List.of("a"), List.of(), "", LEAD.member(), day, Costs.UNKNOWN),
                new Treatment.Retain("理由", LEAD.member(), day),
                new Treatment.Avoid("やめる", LEAD.member(), day, Costs.UNKNOWN),
                new Treatment.Share(Way.CONTRACT, "相手", "", null, day, Costs.UNKNOWN));
    }

    private static DecidedTreatment decided(Treatment treatment, @Nullable End end) {
        return new DecidedTreatment(
                TreatmentId.next(), treatment, Group.Scope.ASSETS, RiskLevel.LARGE, "", "", OffsetDateTime.now(), end);
    }

    private static Actor actor(Role role) {
        return new Actor(OrganizationId.next(), MemberId.next(), role.id(), null, EnumSet.of(role), Set.of());
    }
}
