package org.hoshimori.home;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.Edition;
import org.hoshimori.content.EffortRule;
import org.hoshimori.content.Laws;
import org.hoshimori.content.Owner;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Worries;
import org.hoshimori.web.Problems;

/// Part 1 of the guideline for the owner of this company.
///
/// @param may OWN where the reader may choose what must not happen
/// @param form the choice as it is stored, or as it was typed
record OwnerPage(CompanyFacts facts, Set<Permission> may, WorriesForm form, Problems problems) {

    /// One of the seven efforts with its state today.
    record Live(Owner.Effort effort, EffortState state, EffortRule.Judgement judgement) {

        String sentence() {
            return state.sentence(judgement.states());
        }
    }

    static WorriesForm stored(CompanyFacts facts) {
        return new WorriesForm(
                facts.worries().stream()
                        .map(Worries.Worry::contentId)
                        .filter(Objects::nonNull)
                        .toList(),
                facts.worries().stream()
                        .filter(worry -> worry.contentId() == null)
                        .map(Worries.Worry::ownText)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }

    boolean owns() {
        return may.contains(Permission.OWN);
    }

    Edition edition() {
        return facts.edition();
    }

    Owner owner() {
        return facts.edition().owner();
    }

    List<Live> efforts() {
        return owner().efforts().stream()
                .map(effort -> {
                    var judgement = edition().judgements().named(effort.id());
                    return new Live(effort, EffortState.of(judgement.rule(), facts), judgement);
                })
                .toList();
    }

    int done() {
        return (int) efforts().stream()
                .filter(live -> live.state() == EffortState.DONE)
                .count();
    }

    List<String> worries() {
        return facts.worries().stream()
                .map(worry -> HomePage.text(worry, facts))
                .filter(Objects::nonNull)
                .toList();
    }

    String own() {
        return form.own() == null ? "" : form.own();
    }

    boolean printedOnly(Laws.Article article) {
        return article.certainty() == Laws.Certainty.AS_PRINTED;
    }

    /// Numbers of the efforts that a section serves, in their order.
    boolean serves(Owner.Section section, Owner.Effort effort) {
        return section.efforts().contains(effort.id());
    }
}
