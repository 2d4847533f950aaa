package org.hoshimori.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.content.CandidateControl.Effort;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.scenario.Situation.Group;
import org.hoshimori.scenario.Situation.Item;

/// The map as it would look, and the items to tick.
///
/// @param media in words, by id
record WhatIfPage(WhatIf outlook, Map<String, String> media) {

    static final List<RiskLevel> LEVELS = List.of(RiskLevel.LARGE, RiskLevel.MIDDLE, RiskLevel.SMALL);

    /// The look of a level: high, mid or low.
    static String look(RiskLevel level) {
        return switch (level) {
            case LARGE -> "high";
            case MIDDLE -> "mid";
            case SMALL -> "low";
        };
    }

    /// The end of a message key.
    static String word(Effort effort) {
        return switch (effort) {
            case SMALL -> "small";
            case MEDIUM -> "medium";
            case LARGE -> "large";
        };
    }

    /// An address with these items in it.
    static String address(String path, Collection<Item> items) {
        return items.isEmpty()
                ? path
                : path + "?" + items.stream().map(item -> "item=" + item.id()).collect(Collectors.joining("&"));
    }

    /// The word of the method for a level.
    static String title(RiskMethod method, RiskLevel level) {
        return method.levels().stream()
                .filter(one -> one.id().equals(level.name().toLowerCase(java.util.Locale.ROOT)))
                .map(RiskMethod.Level::title)
                .findFirst()
                .orElseThrow();
    }

    Situation situation() {
        return outlook.situation();
    }

    String title(RiskLevel level) {
        return title(situation().ground().method(), level);
    }

    /// Likelihoods from 1 to 3, as the columns of the map stand.
    List<RiskMethod.Likelihood> likelihoods() {
        return situation().ground().method().likelihoods().stream()
                .sorted(Comparator.comparingInt(RiskMethod.Likelihood::value))
                .toList();
    }

    boolean ticked(Item item) {
        return outlook.done().contains(item);
    }

    /// Items of a group that can be ticked; those that change a risk come first.
    List<Item> choosable(Group group) {
        return group.items().stream()
                .filter(Item::choosable)
                .sorted(Comparator.comparing((Item item) -> item.media().isEmpty()))
                .toList();
    }

    /// Items of a group that cannot be ticked: done, not applicable, or impossible here.
    List<Item> settled(Group group) {
        return group.items().stream().filter(item -> !item.choosable()).toList();
    }

    boolean open(Group group) {
        return choosable(group).stream().anyMatch(item -> !item.media().isEmpty() || ticked(item));
    }

    String media(Item item, String and) {
        return item.media().stream()
                .map(medium -> Objects.requireNonNullElse(media.get(medium), medium))
                .collect(Collectors.joining(and));
    }

    /// The address that ticks what has been decided and is not finished.
    String decided() {
        return address(
                "/risks/what-if",
                situation().items().stream().filter(Item::decided).toList());
    }

    boolean anyDecided() {
        return situation().items().stream().anyMatch(item -> item.decided() && item.choosable());
    }

    /// The largest field, for the look of counts that moved.
    boolean moved(int importance, int likelihood) {
        return outlook.before(importance, likelihood) != outlook.after(importance, likelihood);
    }
}
