package org.hoshimori.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.intake.SideSheet;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskRules;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// 対策状況チェック on its way in: the answers to the check items, 1 to 4.
@Component
@Order(2)
class AnswerSheet implements SideSheet {

    private final RiskAnswers answers;
    private final Editions editions;

    AnswerSheet(RiskAnswers answers, Editions editions) {
        this.answers = answers;
        this.editions = editions;
    }

    @Override
    public String id() {
        return "answers";
    }

    @Override
    public int highest() {
        return RiskRules.NOT_APPLICABLE;
    }

    /// The groups of the official sheet have other numbers and breaks, so only the item counts.
    @Override
    public List<Entry> entries(OrganizationId organization) {
        return editions.standard(Locale.JAPANESE).allCheckItems().stream()
                .map(item -> new Entry(item.id(), "", item.subject()))
                .toList();
    }

    @Override
    public Map<String, Integer> standing(OrganizationId organization) {
        return answers.answers(organization);
    }

    @Override
    public void write(Actor actor, Map<String, Integer> figures, Set<String> forgotten) {
        if (!figures.isEmpty()) {
            answers.record(actor, figures);
        }
        if (!forgotten.isEmpty()) {
            answers.forget(actor, forgotten);
        }
    }
}
