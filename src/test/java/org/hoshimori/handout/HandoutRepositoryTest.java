package org.hoshimori.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class HandoutRepositoryTest {

    @Autowired
    HandoutRepository handouts;

    @Autowired
    RequestRepository requests;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    Organizations companies;

    @Autowired
    HandoutFixtures fixtures;

    @Autowired
    Database database;

    @Test
    void to_whom_and_how_is_kept_and_replaced_as_a_whole() {
        var owner = organizations.company();
        var organization = owner.organization();
        var department = fixtures.department(owner, "工場", null);
        var first = new Handout("handbook", Audience.of(Set.of(department), Set.of(owner.member())), true, true);
        assertThat(handouts.save(organization, first, "港", HandoutFixtures.now()))
                .isTrue();
        assertThat(handouts.handout(organization, "handbook")).contains(first);
        var second = new Handout("handbook", Audience.of(Set.of(), Set.of(owner.member())), false, false);
        assertThat(handouts.save(organization, second, "港", HandoutFixtures.now()))
                .isFalse();
        assertThat(handouts.handouts(organization)).containsExactly(second);
        handouts.stop(organization, "handbook");
        assertThat(handouts.handouts(organization)).isEmpty();
    }

    @Test
    void another_companys_rows_stay_invisible() {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var stranger = organizations.company().organization();
        var confirmation = new Confirmation(HandoutFixtures.now(), Confirmation.Way.HERE);
        handouts.confirm(owner.organization(), revision.id(), owner.member(), confirmation, "港");
        var request = request(owner, revision);
        assertThat(handouts.handouts(stranger)).isEmpty();
        assertThat(handouts.handout(stranger, "handbook")).isEmpty();
        assertThat(handouts.confirmations(stranger, revision.id())).isEmpty();
        assertThat(handouts.confirmedBy(stranger, owner.member())).isEmpty();
        assertThat(requests.all(stranger, revision.id())).isEmpty();
        assertThat(requests.find(stranger, request.id())).isEmpty();
        assertThat(requests.of(stranger, owner.member())).isEmpty();
        assertThat(requests.reading(stranger, owner.member()).mine()).isZero();
        requests.reminded(stranger, List.of(request.id()), HandoutFixtures.now());
        requests.remindedByItself(stranger, List.of(request.id()), HandoutFixtures.now());
        requests.end(stranger, revision, List.of(), HandoutFixtures.now());
        handouts.stop(stranger, "handbook");
        assertThat(request(owner, revision)).isEqualTo(request);
        assertThat(handouts.handouts(owner.organization())).hasSize(1);
    }

    @Test
    void what_is_open_counts_until_it_is_confirmed_ended_or_no_longer_handed_out() {
        var owner = organizations.company();
        var organization = owner.organization();
        var colleague = organizations.person(owner, Role.EMPLOYEE).member();
        var revision = fixtures.handedOut(owner);
        assertThat(requests.reading(organization, owner.member()).mine()).isEqualTo(1);
        assertThat(requests.reading(organization, colleague).mine()).isEqualTo(1);
        var confirmation = new Confirmation(HandoutFixtures.now(), Confirmation.Way.PAPER);
        handouts.confirm(organization, revision.id(), owner.member(), confirmation, "港");
        assertThat(requests.reading(organization, owner.member()).mine()).isZero();
        requests.end(organization, revision, List.of(owner.member()), HandoutFixtures.now());
        assertThat(requests.reading(organization, colleague).mine()).isZero();
        requests.ask(organization, revision, List.of(colleague), HandoutFixtures.now());
        assertThat(requests.reading(organization, colleague).mine()).isEqualTo(1);
        handouts.stop(organization, "handbook");
        assertThat(requests.reading(organization, colleague).mine()).isZero();
    }

    @Test
    void asking_twice_keeps_the_day_and_the_id_of_the_first_time() {
        var owner = organizations.company();
        var revision = fixtures.handedOut(owner);
        var first = request(owner, revision);
        requests.ask(
                owner.organization(),
                revision,
                List.of(owner.member()),
                HandoutFixtures.now().plusDays(3));
        assertThat(request(owner, revision)).isEqualTo(first);
    }

    @Test
    void a_confirmation_is_never_written_anew_and_goes_only_with_the_company() {
        var owner = organizations.company();
        var organization = owner.organization();
        var revision = fixtures.handedOut(owner);
        var confirmation = new Confirmation(HandoutFixtures.now(), Confirmation.Way.LINK);
        assertThat(handouts.confirm(organization, revision.id(), owner.member(), confirmation, "港"))
                .isTrue();
        assertThat(handouts.confirm(organization, revision.id(), owner.member(), confirmation, "港"))
                .isFalse();
        assertThatThrownBy(() -> database.within(
                        organization, sql -> sql.execute("UPDATE handout_confirmation SET recorded_by = 'x'")))
                .hasMessageContaining("stands");
        companies.remove(organization, owner.author());
        assertThat(handouts.confirmations(organization, revision.id())).isEmpty();
        assertThat(handouts.handouts(organization)).isEmpty();
    }

    private ReadingRequest request(Actor owner, Revision revision) {
        return Objects.requireNonNull(
                requests.all(owner.organization(), revision.id()).get(owner.member()));
    }
}
