package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.threat.CompanyThreat;
import org.hoshimori.threat.Threats;
import org.hoshimori.workbook.Judgement.Group;
import org.hoshimori.workbook.Judgement.Threat;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Where the workbook gets its threats and check items from: the content, with what the company says of them.
@Component
class Judgements {

    private final Editions editions;
    private final Threats threats;
    private final RiskAnswers answers;
    private final MessageSource messages;

    Judgements(Editions editions, Threats threats, RiskAnswers answers, MessageSource messages) {
        this.editions = editions;
        this.threats = threats;
        this.answers = answers;
        this.messages = messages;
    }

    MessageSource messages() {
        return messages;
    }

    /// What nobody has changed or answered yet.
    Judgement standard() {
        return judgement(threats.shipped(Locale.JAPANESE), Map.of());
    }

    /// What a company says, in two statements; threats that it has switched off are not there.
    Judgement of(OrganizationId organization) {
        return judgement(threats.counting(organization, Locale.JAPANESE), answers.answers(organization));
    }

    private Judgement judgement(List<CompanyThreat> counting, Map<String, Integer> said) {
        var edition = editions.standard(Locale.JAPANESE);
        var judged = counting.stream()
                .map(threat -> new Threat(threat.medium(), threat.title(), threat.frequency(), threat.items()))
                .toList();
        var groups = new ArrayList<Group>();
        for (var group : edition.checkItems().groups()) {
            var items = new LinkedHashMap<String, String>();
            group.items().forEach(item -> items.put(item.id(), item.subject()));
            groups.add(new Group(group.title(), items));
        }
        return new Judgement(judged, groups, said);
    }
}
