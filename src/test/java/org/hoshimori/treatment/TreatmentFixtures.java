package org.hoshimori.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hoshimori.asset.Asset;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.ControlRegister;
import org.hoshimori.control.ControlTerms;
import org.hoshimori.organization.Actor;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.TreatmentOutcome.Recorded;
import org.springframework.stereotype.Component;

/// Decisions about risks for tests, made through the real verbs.
@Component
class TreatmentFixtures {

    private final Treatments treatments;
    private final ControlRegister register;

    TreatmentFixtures(Treatments treatments, ControlRegister register) {
        this.treatments = treatments;
        this.register = register;
    }

    /// One control for each of the check items.
    List<ControlId> controls(Actor owner, List<String> items) {
        var terms = new ControlTerms(owner.member(), treatments.today(), null, null);
        return items.stream()
                .map(item -> register.decide(
                                owner,
                                ControlRegister.Weak.item(item),
                                List.of(new ControlTerms.Chosen(item, item, item)),
                                terms)
                        .getFirst()
                        .id())
                .toList();
    }

    static Group.Asked asked(List<Asset> assets) {
        return new Group.Asked(
                assets.stream().map(asset -> asset.id().toString()).toList(), null, null, null, null);
    }

    TreatmentId retain(Actor owner, Asset asset, LocalDate until) {
        return record(owner, List.of(asset), new Treatment.Retain("2人だけが使うため", owner.member(), until));
    }

    TreatmentId modify(Actor owner, List<Asset> assets, List<String> items) {
        return record(
                owner,
                assets,
                new Treatment.Modify(
                        items,
                        List.of(),
                        "",
                        owner.member(),
                        treatments.today().plusDays(30),
                        new Costs(10_000L, 2_000L)));
    }

    TreatmentId record(Actor actor, List<Asset> assets, Treatment treatment) {
        var outcome = treatments.record(actor, TreatmentId.next(), asked(assets), treatment);
        if (outcome instanceof Recorded recorded) {
            return recorded.id();
        }
        throw new IllegalStateException("not recorded: " + outcome);
    }

    /// Every check item that works against a threat to the asset's medium.
    List<String> items(Actor owner, Asset asset) {
        return treatments.standings(owner.organization(), Locale.JAPANESE).analysis().table().threats().stream()
                .filter(threat -> threat.medium().equals(asset.medium()))
                .flatMap(threat -> threat.items().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
