package org.hoshimori.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.risk.CheapestSet;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskTable;
import org.hoshimori.scenario.Situation.Item;

/// The cheapest sufficient set: its items with the reason for each, what it leaves, and what stays whatever is done.
///
/// @param outlook what it looks like once the set is done
/// @param optimal whether it was proven that nothing cheaper is enough
record CheapestPage(
        WhatIf outlook, List<Reason> reasons, List<Staying> staying, boolean optimal, Map<String, String> media) {

    /// How many assets of a group are named; the rest is behind a link to the register.
    private static final int NAMED = 5;

    /// Assets of one importance on one medium.
    ///
    /// @param some the first of them
    /// @param stored importance as it is stored, 0 to 2
    record Crowd(CheapestSet.Assets assets, List<Named> some, int stored) {

        /// The address of all of them in the register.
        String address() {
            return "/assets?medium=" + URLEncoder.encode(assets.medium(), StandardCharsets.UTF_8) + "&importance="
                    + stored;
        }

        boolean more() {
            return assets.count() > some.size();
        }
    }

    record Named(AssetId id, String name) {}

    /// Why an item belongs to the set: these would stay 大 without it.
    record Reason(Item item, List<Crowd> kept) {

        int count() {
            return kept.stream().mapToInt(crowd -> crowd.assets().count()).sum();
        }
    }

    /// What stays 大, with the items that would help but cannot be done here, and the threats that no item helps
    /// against.
    record Staying(Crowd crowd, List<Item> blocked, List<RiskTable.Judged> helpless) {}

    static CheapestPage of(Situation situation, List<Asset> register, Map<String, String> media) {
        var answer = situation.cheapest();
        var names = names(situation, register);
        var reasons = situation.choosable(answer.items().keySet()).stream()
                .map(item -> new Reason(
                        item,
                        Objects.requireNonNullElse(answer.items().get(item.id()), List.<CheapestSet.Assets>of())
                                .stream()
                                .map(names::crowd)
                                .toList()))
                .toList();
        int[] best = situation.with(
                situation.items().stream().filter(Item::choosable).toList());
        return new CheapestPage(
                WhatIf.of(situation, answer.items().keySet()),
                reasons,
                answer.staying().stream()
                        .map(assets -> staying(situation, names.crowd(assets), best))
                        .toList(),
                answer.optimal(),
                media);
    }

    /// The names of assets by importance and medium.
    private record Names(int lowest, Map<String, List<Named>> names) {

        Crowd crowd(CheapestSet.Assets assets) {
            var some = names.getOrDefault(assets.importance() + assets.medium(), List.of());
            return new Crowd(assets, some, assets.importance() - lowest);
        }
    }

    private static Names names(Situation situation, List<Asset> register) {
        var method = situation.ground().method();
        var names = new TreeMap<String, List<Named>>();
        for (var asset : register) {
            var some = names.computeIfAbsent(
                    asset.importance().shown(method.id()) + asset.medium(), _ -> new ArrayList<>());
            if (some.size() < NAMED) {
                some.add(new Named(asset.id(), asset.name()));
            }
        }
        return new Names(method.lowestImportance(), names);
    }

    private static Staying staying(Situation situation, Crowd crowd, int[] best) {
        var table = situation.ground().table();
        var helping = new ArrayList<String>();
        var helpless = new ArrayList<RiskTable.Judged>();
        for (int place = 0; place < table.threats().size(); place++) {
            var threat = table.threats().get(place);
            if (threat.medium().equals(crowd.assets().medium())
                    && RiskLevel.of(
                                    situation.ground().method(),
                                    crowd.assets().importance(),
                                    table.likelihood(place, best))
                            == RiskLevel.LARGE) {
                var open = blocked(situation, Set.copyOf(threat.items()));
                open.forEach(item -> helping.add(item.id()));
                if (open.isEmpty()) {
                    helpless.add(threat);
                }
            }
        }
        return new Staying(crowd, blocked(situation, Set.copyOf(helping)), helpless);
    }

    private static List<Item> blocked(Situation situation, Set<String> ids) {
        return situation.items().stream()
                .filter(item -> item.open() && !item.cost().possible() && ids.contains(item.id()))
                .toList();
    }

    int stays() {
        return staying.stream().mapToInt(one -> one.crowd().assets().count()).sum();
    }

    /// Whether nothing is 大 already.
    boolean nothingToDo() {
        return outlook.before(RiskLevel.LARGE) == 0;
    }

    String medium(String id) {
        return Objects.requireNonNullElse(media.get(id), id);
    }

    String address(String path) {
        return WhatIfPage.address(path, outlook.done());
    }
}
