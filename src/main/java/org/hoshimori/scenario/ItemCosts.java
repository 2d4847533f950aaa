package org.hoshimori.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.content.CompanyRules.Price;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.scenario.ItemCost.Said;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What each check item costs a company: the estimate of the content for its size, unless it says otherwise.
@Component
class ItemCosts {

    /// The size that stands for a company that has not said how many people it has.
    static final String USUAL_SIZE = "6-20";

    /// The costs of all items, by id, in the order of the content.
    ///
    /// @param size the size they are reckoned for; null while the company has not said how many people it has
    /// @param budget yen that the company has said it spends in a year; null while unknown
    record Costs(@Nullable String size, @Nullable Long budget, Map<String, ItemCost> items) {

        ItemCost of(String item) {
            return Objects.requireNonNull(items.get(item), item);
        }
    }

    private final ScenarioRepository repository;
    private final Organizations organizations;
    private final Editions editions;
    private final Database database;
    private final Trail trail;

    ItemCosts(
            ScenarioRepository repository,
            Organizations organizations,
            Editions editions,
            Database database,
            Trail trail) {
        this.repository = repository;
        this.organizations = organizations;
        this.editions = editions;
        this.database = database;
        this.trail = trail;
    }

    /// In two statements.
    Costs of(OrganizationId organization) {
        return database.transact(organization, () -> {
            var facts = organizations.company(organization).facts();
            var size = facts.sizeClass();
            var said = repository.said(organization);
            var items = new LinkedHashMap<String, ItemCost>();
            editions.standard(Locale.JAPANESE)
                    .allCheckItems()
                    .forEach(item -> items.put(
                            item.id(),
                            new ItemCost(
                                    standard(item, size),
                                    item.estimate().effort(),
                                    said.getOrDefault(item.id(), Said.NOTHING))));
            return new Costs(size, facts.yearlyBudgetYen(), items);
        });
    }

    /// Takes down what the company says; unknown items are left out, and what equals the content is forgotten.
    void say(Actor actor, Map<String, Said> said) {
        var organization = actor.organization();
        database.transact(organization, () -> {
            repository.lock(organization);
            var before = of(organization);
            var after = new TreeMap<String, Said>();
            before.items().forEach((item, cost) -> {
                var one = said.getOrDefault(item, Said.NOTHING).beside(cost.standard());
                if (!one.equals(Said.NOTHING)) {
                    after.put(item, one);
                }
            });
            var stood = repository.said(organization);
            if (!stood.equals(after)) {
                repository.say(organization, after);
                trail.append(
                        organization,
                        actor.author(),
                        Subject.of("company", organization),
                        new Change("scenario-costs-changed", summary(stood), summary(after)));
            }
            return after;
        });
    }

    private static Price standard(CheckItem item, @Nullable String size) {
        return item.estimate().cost(size == null ? USUAL_SIZE : size);
    }

    /// How many items have a cost of the company's own, and which cannot be done.
    private static String summary(Map<String, Said> said) {
        long own = said.values().stream()
                .filter(one -> one.once() != null || one.yearly() != null)
                .count();
        var impossible = said.entrySet().stream()
                .filter(one -> one.getValue().impossible() != null)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return own + " / " + String.join(", ", impossible);
    }
}
