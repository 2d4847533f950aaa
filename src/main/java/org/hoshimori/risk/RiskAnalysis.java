package org.hoshimori.risk;

import java.util.Locale;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.threat.Threats;
import org.springframework.stereotype.Component;

/// Counts the risks of a company.
@Component
public class RiskAnalysis {

    private final Assets assets;
    private final MethodChoice methods;
    private final RiskRepository risks;
    private final Threats threats;
    private final Editions editions;
    private final Database database;

    RiskAnalysis(
            Assets assets,
            MethodChoice methods,
            RiskRepository risks,
            Threats threats,
            Editions editions,
            Database database) {
        this.assets = assets;
        this.methods = methods;
        this.risks = risks;
        this.threats = threats;
        this.editions = editions;
        this.database = database;
    }

    /// The analysis by the company's method, in five statements.
    public Analysis of(OrganizationId organization, Locale locale) {
        return database.transact(organization, () -> by(organization, methods.of(organization), locale));
    }

    /// What a company's risks are counted by, without its assets.
    ///
    /// @param answers 1 to 4 by the position of the item in the table; an item without an answer counts as not done
    public record Ground(RiskMethod method, RiskTable table, int[] answers) {}

    /// By what the company counts, in three statements: method, threats, answers.
    public Ground ground(OrganizationId organization, Locale locale) {
        return database.transact(organization, () -> ground(organization, methods.of(organization), locale));
    }

    /// The same by another method, for comparing.
    Analysis by(OrganizationId organization, String method, Locale locale) {
        var ground = ground(organization, method, locale);
        return Analysis.of(
                ground.method(),
                ground.table(),
                ground.answers(),
                assets.importances(organization),
                risks.baseline(organization));
    }

    private Ground ground(OrganizationId organization, String method, Locale locale) {
        var judged = threats.counting(organization, locale).stream()
                .map(threat -> new RiskTable.Judged(threat.id(), threat.medium(), threat.frequency(), threat.items()))
                .toList();
        var items = editions.standard(locale).allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .toList();
        var said = risks.answers(organization);
        var answers = items.stream()
                .mapToInt(item -> said.getOrDefault(item, RiskRules.NOT_DONE))
                .toArray();
        return new Ground(method(method, locale), new RiskTable(items, judged), answers);
    }

    RiskMethod method(String id, Locale locale) {
        return editions.standard(locale).riskMethods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
