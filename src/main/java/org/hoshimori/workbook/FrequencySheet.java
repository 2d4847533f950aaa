package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.intake.SideSheet;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.RiskAnswers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 脅威の状況 on its way in: how often each threat is expected, 1 to 3. What nobody has said stands as the content says
/// it, so every threat has a frequency.
@Component
@Order(1)
class FrequencySheet implements SideSheet {

    private final RiskAnswers answers;
    private final Assets assets;
    private final Editions editions;

    FrequencySheet(RiskAnswers answers, Assets assets, Editions editions) {
        this.answers = answers;
        this.assets = assets;
        this.editions = editions;
    }

    @Override
    public String id() {
        return "frequencies";
    }

    @Override
    public int highest() {
        return 3;
    }

    @Override
    public List<Entry> entries(OrganizationId organization) {
        var words = assets.media(Locale.JAPANESE);
        var entries = new ArrayList<Entry>();
        for (var medium : editions.standard(Locale.JAPANESE).media()) {
            var group = words.getOrDefault(medium.id(), medium.title());
            medium.threats().forEach(threat -> entries.add(new Entry(threat.id(), group, threat.title())));
        }
        return entries;
    }

    @Override
    public Map<String, Integer> standing(OrganizationId organization) {
        var standing = new HashMap<String, Integer>();
        for (var medium : editions.standard(Locale.JAPANESE).media()) {
            medium.threats().forEach(threat -> standing.put(threat.id(), threat.frequency()));
        }
        standing.putAll(answers.frequencies(organization));
        return standing;
    }

    @Override
    public void write(Actor actor, Map<String, Integer> figures, Set<String> forgotten) {
        var all = new HashMap<>(answers.frequencies(actor.organization()));
        all.putAll(figures);
        all.keySet().removeAll(forgotten);
        answers.expect(actor, all);
    }
}
