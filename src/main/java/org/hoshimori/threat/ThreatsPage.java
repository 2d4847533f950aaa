package org.hoshimori.threat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Listing;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The threats by medium.
///
/// @param media in words by id, those of the content first, then the company's own by their name
/// @param own names of the company's own media
/// @param words media that the register names and nobody has defined yet
/// @param typed the name of a medium that was not taken
record ThreatsPage(
        List<CompanyThreat> threats,
        Map<String, String> media,
        List<String> own,
        List<String> words,
        String typed,
        Problems problems) {

    List<CompanyThreat> of(String medium) {
        return threats.stream().filter(threat -> threat.medium().equals(medium)).toList();
    }

    /// Where a threat to a medium is added.
    static String fresh(String medium) {
        return "/risks/threats/new?medium="
                + URLEncoder.encode(medium, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean otherFrequencies() {
        return threats.stream().anyMatch(CompanyThreat::otherFrequency);
    }

    boolean otherItems() {
        return threats.stream().anyMatch(CompanyThreat::otherItems);
    }

    /// One threat with its form.
    ///
    /// @param threat null for a new one
    /// @param reason why it is to be switched off, as it was typed
    record One(
            @Nullable CompanyThreat threat,
            ThreatForm form,
            Map<String, String> media,
            Listing<CompanyRules.CheckGroup> groups,
            String reason,
            Problems problems) {

        boolean own() {
            return threat == null || threat.own();
        }

        String medium(String id) {
            return Objects.requireNonNullElse(media.get(id), id);
        }

        boolean ticked(String item) {
            return form.ticked().contains(item);
        }

        /// Whether a group has an item that works against the threat, or did so when it was shipped.
        boolean open(CompanyRules.CheckGroup group) {
            return group.items().stream()
                    .anyMatch(item -> ticked(item.id()) || threat != null && threat.otherItem(item.id()));
        }
    }
}
