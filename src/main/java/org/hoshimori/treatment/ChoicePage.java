package org.hoshimori.treatment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.content.Edition;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.Analysis.AssetRisk;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// Deciding how the risks of some assets are treated.
///
/// @param tried what the chosen items would change; null before somebody asked
record ChoicePage(
        Group group,
        Group.Asked asked,
        Around around,
        TreatmentForm form,
        Problems problems,
        @Nullable Residual tried) {

    /// How many assets are named; of the others the page says how many.
    static final int NAMED = 8;

    /// What there is to choose from.
    ///
    /// @param controls still to be done
    record Around(
            Actor actor,
            Standings standings,
            List<Member> people,
            List<DecidedControl> controls,
            Edition edition,
            Map<String, String> media) {}

    /// A check item that bears on a threat of the group.
    ///
    /// @param answer 1 to 4 as the company says today
    /// @param deciding whether it works against the threat that decides today
    record Item(CheckItem item, int answer, Weight deciding) {}

    /// How much an item matters here.
    enum Weight {
        DECIDING,
        HELPING
    }

    boolean is(String kind) {
        return kind.equals(form.kind());
    }

    boolean large() {
        return group.worst() == RiskLevel.LARGE;
    }

    /// A large risk is retained by nobody but an owner in person.
    boolean mayRetain() {
        return !large() || around.actor().is(Role.OWNER);
    }

    /// Those who may be named: workers; for retaining those who decide on risks, and for a large risk the owner asking.
    List<Member> people() {
        var needed = is("retain") ? Permission.ANALYSE_RISKS : Permission.WORK;
        return around.people().stream()
                .filter(member -> needed.grantedTo(member.roles()))
                .filter(member -> !is("retain")
                        || !large()
                        || member.id().equals(around.actor().member()))
                .toList();
    }

    /// Items that are not done yet and bear on a threat to one of the media; those against the deciding threats first.
    List<Item> items() {
        var analysis = around.standings().analysis();
        var deciding = new HashSet<String>();
        group.assets().forEach(asset -> asset.threat().ifPresent(threat -> deciding.addAll(threat.items())));
        var relevant = new HashSet<String>();
        analysis.table().threats().stream()
                .filter(threat -> group.media().contains(threat.medium()))
                .forEach(threat -> relevant.addAll(threat.items()));
        var positions = analysis.table().items();
        return around.edition().allCheckItems().stream()
                .filter(item -> relevant.contains(item.id()))
                .map(item -> new Item(
                        item,
                        analysis.answers()[positions.indexOf(item.id())],
                        deciding.contains(item.id()) ? Weight.DECIDING : Weight.HELPING))
                .filter(item -> item.answer() != RiskRules.DONE)
                .sorted(Comparator.comparing(Item::deciding)
                        .thenComparing(item -> item.item().number()))
                .toList();
    }

    /// The register with all these items done.
    Residual best() {
        return Residual.of(
                around.standings().analysis(),
                items().stream().map(item -> item.item().id()).toList());
    }

    static long count(Group group, Residual residual, RiskLevel level) {
        return group.assets().stream()
                .filter(asset -> residual.level(asset) == level)
                .count();
    }

    /// How many of the assets are under another decision, which would be replaced.
    long decided() {
        var ids = new HashSet<>(group.assets().stream().map(AssetRisk::id).toList());
        return around.standings().all().stream()
                .filter(one -> ids.contains(one.asset().id()))
                .filter(one -> one.decided() != null && !one.state().open())
                .count();
    }

    boolean chose(String item) {
        return form.chosenItems().contains(item);
    }

    boolean chose(DecidedControl control) {
        return form.chosenControls().contains(control.id());
    }

    String medium(String id) {
        return Objects.requireNonNullElse(around.media().get(id), id);
    }

    /// The deciding threat in words; empty where there is none.
    String threat(AssetRisk asset) {
        return asset.threat()
                .flatMap(judged -> around.edition().media().stream()
                        .flatMap(medium -> medium.threats().stream())
                        .filter(threat -> threat.id().equals(judged.id()))
                        .findFirst())
                .map(threat -> threat.title())
                .orElse("");
    }

    /// Which assets are meant, as the address and the form say it.
    String query() {
        return Words.query(asked);
    }
}
