package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.workbook.Judgement.Group;
import org.hoshimori.workbook.Judgement.Threat;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Where the workbook gets its threats and check items from: the content, with what the company says of them.
@Component
class Judgements {

    private final Editions editions;
    private final RiskAnswers answers;
    private final MessageSource messages;

    Judgements(Editions editions, RiskAnswers answers, MessageSource messages) {
        this.editions = editions;
        this.answers = answers;
        this.messages = messages;
    }

    MessageSource messages() {
        return messages;
    }

    /// What nobody has changed or answered yet.
    Judgement standard() {
        return judgement(Map.of(), Map.of());
    }

    /// What a company says, in two statements.
    Judgement of(OrganizationId organization) {
        return judgement(answers.frequencies(organization), answers.answers(organization));
    }

    private Judgement judgement(Map<String, Integer> frequencies, Map<String, Integer> said) {
        var edition = editions.standard(Locale.JAPANESE);
        var threats = new ArrayList<Threat>();
        for (var medium : edition.media()) {
            medium.threats()
                    .forEach(threat -> threats.add(new Threat(
                            medium.id(),
                            threat.title(),
                            frequencies.getOrDefault(threat.id(), threat.frequency()),
                            threat.checkItems())));
        }
        var groups = new ArrayList<Group>();
        for (var group : edition.checkItems().groups()) {
            var items = new LinkedHashMap<String, String>();
            group.items().forEach(item -> items.put(item.id(), item.subject()));
            groups.add(new Group(group.title(), items));
        }
        return new Judgement(threats, groups, said);
    }
}
