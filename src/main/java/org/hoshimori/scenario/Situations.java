package org.hoshimori.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.risk.CheapestSet;
import org.hoshimori.risk.RiskAnalysis;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.hoshimori.scenario.Situation.Group;
import org.hoshimori.scenario.Situation.Item;
import org.springframework.stereotype.Component;

/// Finds how a company stands.
@Component
class Situations {

    private final RiskAnalysis risks;
    private final Assets assets;
    private final ItemCosts costs;
    private final Controls controls;
    private final Editions editions;
    private final Database database;

    Situations(
            RiskAnalysis risks,
            Assets assets,
            ItemCosts costs,
            Controls controls,
            Editions editions,
            Database database) {
        this.risks = risks;
        this.assets = assets;
        this.costs = costs;
        this.controls = controls;
        this.editions = editions;
        this.database = database;
    }

    /// In seven statements, however many assets there are.
    Situation of(OrganizationId organization, Locale locale) {
        return database.transact(organization, () -> {
            var ground = risks.ground(organization, locale);
            var decided = controls.all(organization).stream()
                    .filter(control -> control.state().open())
                    .map(DecidedControl::question)
                    .collect(Collectors.toSet());
            var priced = costs.of(organization);
            return new Situation(
                    ground, counted(organization, ground), groups(ground, priced, decided, locale), priced);
        });
    }

    /// The media in words.
    Map<String, String> media(Locale locale) {
        return assets.media(locale);
    }

    private List<CheapestSet.Assets> counted(OrganizationId organization, Ground ground) {
        var counts = new TreeMap<String, int[]>();
        assets.importances(organization).forEach(one -> counts.computeIfAbsent(one.medium(), _ -> new int[3])[
                one.importance().ordinal()]++);
        var counted = new ArrayList<CheapestSet.Assets>();
        counts.forEach((medium, by) -> {
            for (int importance = 0; importance < by.length; importance++) {
                if (by[importance] > 0) {
                    var shown = importance + ground.method().lowestImportance();
                    counted.add(new CheapestSet.Assets(shown, medium, by[importance]));
                }
            }
        });
        return counted;
    }

    private List<Group> groups(Ground ground, ItemCosts.Costs priced, Set<String> decided, Locale locale) {
        var media = new HashMap<String, Set<String>>();
        ground.table().threats().forEach(threat -> threat.items()
                .forEach(item ->
                        media.computeIfAbsent(item, _ -> new LinkedHashSet<>()).add(threat.medium())));
        return editions.standard(locale).checkItems().groups().stream()
                .map(group -> new Group(
                        group,
                        group.items().stream()
                                .map(item -> new Item(
                                        item,
                                        ground.answers()[ground.table().items().indexOf(item.id())],
                                        priced.of(item.id()),
                                        media.getOrDefault(item.id(), new HashSet<>()),
                                        decided.contains(item.id())))
                                .toList()))
                .toList();
    }
}
