package org.hoshimori.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Editions;
import org.hoshimori.workbook.Judgement.Group;
import org.hoshimori.workbook.Judgement.Threat;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Where the workbook gets its threats and check items from: the guideline's, with the middle frequency, until a
/// company judges them itself.
@Component
class Judgements {

    /// How many threats the guideline names per medium, in the order of [Assets#MEDIA].
    private static final List<Integer> THREATS = List.of(4, 4, 5, 3, 3, 2);

    private final Editions editions;
    private final MessageSource messages;

    Judgements(Editions editions, MessageSource messages) {
        this.editions = editions;
        this.messages = messages;
    }

    MessageSource messages() {
        return messages;
    }

    Judgement standard() {
        var threats = new ArrayList<Threat>();
        for (var medium = 0; medium < THREATS.size(); medium++) {
            var id = Assets.MEDIA.get(medium);
            for (var number = 1; number <= THREATS.get(medium); number++) {
                var title = messages.getMessage("workbook.threat." + id + "." + number, null, Locale.JAPANESE);
                threats.add(new Threat(id, title, 2, List.of()));
            }
        }
        var groups = new ArrayList<Group>();
        for (var group : editions.standard(Locale.JAPANESE).checkItems().groups()) {
            var items = new LinkedHashMap<String, String>();
            group.items().forEach(item -> items.put(item.id(), item.subject()));
            groups.add(new Group(group.title(), items));
        }
        return new Judgement(threats, groups, Map.of());
    }
}
