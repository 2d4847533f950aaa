package org.hoshimori.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.AssetRegister;
import org.hoshimori.asset.Cia;
import org.hoshimori.asset.Overriding;
import org.hoshimori.asset.PersonalKinds;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.RiskAnswers;

/// The register of the sample company with its answers to the check items.
record SampleRegister(Past past, Map<String, Actor> people, LocalDate today) {

    void write(SampleCompany sample, Locale locale) {
        var register = sample.register();
        var day = today.minusDays(register.daysAgo());
        past.turnTo(day);
        var by = Objects.requireNonNull(people.get(register.by()), register.by());
        var units = sample.departments().stream().collect(Collectors.toMap(SampleCompany.Unit::id, unit -> unit.name()
                .in(locale)));
        // A register keeps the order of its ids.
        var ids = Stream.generate(AssetId::next)
                .limit(register.assets().size())
                .sorted(Comparator.comparing(AssetId::value))
                .iterator();
        var rows = new ArrayList<Asset>();
        Map<List<String>, Asset> kin = new HashMap<>();
        for (var row : register.assets()) {
            var department = Objects.requireNonNull(units.get(row.department()), row.department());
            var asset = asset(ids.next(), row, department, day, locale);
            var first = kin.putIfAbsent(List.of(asset.businessClass(), asset.name(), asset.department()), asset);
            rows.add(first == null ? asset : asset.akinTo(first));
        }
        past.verb(AssetRegister.class).writeAll(by, "imported", register.title().in(locale), rows);
        past.turnTo(day.plusDays(1));
        past.verb(RiskAnswers.class).record(by, register.checkItems());
    }

    private static Asset asset(AssetId id, SampleCompany.Row row, String department, LocalDate day, Locale locale) {
        var kinds = EnumSet.noneOf(PersonalKinds.Kind.class);
        for (var kind : PersonalKinds.Kind.values()) {
            if (row.personal().contains(kind.id())) {
                kinds.add(kind);
            }
        }
        var reasons = EnumSet.noneOf(Overriding.Reason.class);
        for (var reason : Overriding.Reason.values()) {
            if (row.override().contains(reason.id())) {
                reasons.add(reason);
            }
        }
        return new Asset(
                id,
                0,
                row.businessClass().in(locale),
                row.name().in(locale),
                "",
                row.users().in(locale),
                department,
                row.medium(),
                new PersonalKinds(kinds),
                new Cia(
                        row.figures().get(0),
                        row.figures().get(1),
                        row.figures().get(2)),
                new Overriding(reasons),
                new Asset.Keeping(row.retention().in(locale), day, id));
    }
}
