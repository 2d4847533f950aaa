package org.hoshimori.risk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Importance;
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

    /// The analysis by the company's method, in four statements.
    public Analysis of(OrganizationId organization, Locale locale) {
        return database.transact(organization, () -> by(organization, methods.of(organization), locale));
    }

    /// What a company's risks are counted by, without its assets.
    ///
    /// @param answers 1 to 4 by the position of the item in the table; an item without an answer counts as not done
    public record Ground(RiskMethod method, RiskTable table, int[] answers) {}

    /// By what the company counts, in three statements: method, threats, answers.
    public Ground ground(OrganizationId organization, Locale locale) {
        return database.transact(
                organization,
                () -> ground(
                        organization,
                        method(methods.of(organization), locale),
                        risks.said(organization).answers()));
    }

    /// How large the risk of any row of the register is, in two statements.
    Assets.Measured measured(OrganizationId organization, String by, Locale locale) {
        return database.transact(organization, () -> {
            var method = method(by, locale);
            var said = risks.said(organization);
            var ground = ground(organization, method, said.answers());
            var likelihoods = ground.table().likelihoods(ground.answers());
            var media = new HashMap<String, List<Assets.Risk>>();
            ground.table().threats().stream()
                    .map(RiskTable.Judged::medium)
                    .forEach(medium -> media.computeIfAbsent(
                            medium,
                            one -> shown(method, likelihoods[ground.table().medium(one)])));
            return new Assets.Measured(media, shown(method, Analysis.WITHOUT_THREAT), said.baseline());
        });
    }

    /// The risks of importance 0 to 2.
    private static List<Assets.Risk> shown(RiskMethod method, int likelihood) {
        return Stream.of(Importance.values())
                .map(importance -> importance.shown(method.id()))
                .map(importance -> {
                    var level = RiskLevel.of(method, importance, likelihood);
                    var title = RiskPage.said(method, level).title();
                    return new Assets.Risk(RiskPage.word(level), title, importance * likelihood);
                })
                .toList();
    }

    /// The same by another method, for comparing.
    Analysis by(OrganizationId organization, String method, Locale locale) {
        var said = risks.said(organization);
        return Analysis.of(
                ground(organization, method(method, locale), said.answers()),
                assets.importances(organization),
                said.baseline());
    }

    private Ground ground(OrganizationId organization, RiskMethod method, Map<String, Integer> said) {
        var judged = threats.counting(organization, Locale.JAPANESE).stream()
                .map(threat -> new RiskTable.Judged(threat.id(), threat.medium(), threat.frequency(), threat.items()))
                .toList();
        var items = editions.standard(Locale.JAPANESE).allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .toList();
        var answers = items.stream()
                .mapToInt(item -> said.getOrDefault(item, RiskRules.NOT_DONE))
                .toArray();
        return new Ground(method, new RiskTable(items, judged), answers);
    }

    RiskMethod method(String id, Locale locale) {
        return editions.standard(locale).riskMethods().stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
