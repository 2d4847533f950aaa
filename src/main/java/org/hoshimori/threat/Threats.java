package org.hoshimori.threat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.content.RiskMethod;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.threat.CompanyThreat.Shipped;
import org.hoshimori.threat.ThreatRepository.Saying;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what threatens a company.
@Component
public class Threats {

    private final ThreatRepository threats;
    private final Editions editions;

    Threats(ThreatRepository threats, Editions editions) {
        this.threats = threats;
        this.editions = editions;
    }

    /// Every threat in one statement, those that are switched off included: by medium in the order of the content,
    /// then by the company's own media; within a medium those of the content first.
    public List<CompanyThreat> all(OrganizationId organization, Locale locale) {
        return of(threats.sayings(organization), editions.standard(locale));
    }

    /// Those that count, in the same order.
    public List<CompanyThreat> counting(OrganizationId organization, Locale locale) {
        return all(organization, locale).stream().filter(CompanyThreat::counts).toList();
    }

    /// What every threat is called, by its id.
    public Map<String, String> titles(OrganizationId organization, Locale locale) {
        return all(organization, locale).stream().collect(Collectors.toMap(CompanyThreat::id, CompanyThreat::title));
    }

    /// What the content says, for a company that has said nothing.
    public List<CompanyThreat> shipped(Locale locale) {
        return of(List.of(), editions.standard(locale));
    }

    /// Frequencies 1 to 3 by the id of the threat, where the company says otherwise than the content.
    public Map<String, Integer> frequencies(OrganizationId organization) {
        var shipped = shipped(Locale.JAPANESE).stream()
                .collect(Collectors.toMap(CompanyThreat::id, CompanyThreat::frequency));
        var said = new HashMap<String, Integer>();
        for (var saying : threats.sayings(organization)) {
            if (saying.frequency() != null && shipped.containsKey(saying.id())) {
                said.put(saying.id(), saying.frequency());
            }
        }
        return said;
    }

    /// The media that the company has named beside those of the content.
    public List<String> media(OrganizationId organization) {
        return threats.media(organization);
    }

    Optional<CompanyThreat> find(OrganizationId organization, String id, Locale locale) {
        return all(organization, locale).stream()
                .filter(threat -> threat.id().equals(id))
                .findFirst();
    }

    static List<CompanyThreat> of(List<Saying> sayings, Edition edition) {
        var known = edition.allCheckItems().stream()
                .map(CompanyRules.CheckItem::id)
                .collect(Collectors.toCollection(HashSet::new));
        var said = sayings.stream().collect(Collectors.toMap(Saying::id, saying -> saying));
        var own = sayings.stream().filter(saying -> saying.title() != null).collect(Collectors.toList());
        var all = new ArrayList<CompanyThreat>();
        for (var medium : edition.media()) {
            medium.threats().forEach(threat -> all.add(shipped(medium.id(), threat, said.get(threat.id()), known)));
            own.stream()
                    .filter(saying -> medium.id().equals(saying.medium()))
                    .forEach(saying -> all.add(own(saying, known)));
        }
        var shippedMedia = edition.media().stream().map(RiskMethod.Medium::id).collect(Collectors.toSet());
        own.stream()
                .filter(saying -> !shippedMedia.contains(Objects.requireNonNull(saying.medium())))
                .sorted(Comparator.comparing(saying -> Objects.requireNonNull(saying.medium())))
                .forEach(saying -> all.add(own(saying, known)));
        return List.copyOf(all);
    }

    private static CompanyThreat shipped(
            String medium, RiskMethod.Threat threat, @Nullable Saying said, Set<String> known) {
        var saying = said == null ? Saying.none(threat.id()) : said;
        return new CompanyThreat(
                threat.id(),
                medium,
                threat.title(),
                Objects.requireNonNullElse(saying.frequency(), threat.frequency()),
                saying.items() == null ? threat.checkItems() : known(saying.items(), known),
                Objects.requireNonNullElse(saying.off(), ""),
                Optional.of(
                        new Shipped(threat.frequency(), threat.reason(), threat.checkItems(), threat.itemsReason())));
    }

    private static CompanyThreat own(Saying saying, Set<String> known) {
        return new CompanyThreat(
                saying.id(),
                Objects.requireNonNull(saying.medium()),
                Objects.requireNonNull(saying.title()),
                Objects.requireNonNull(saying.frequency()),
                known(Objects.requireNonNull(saying.items()), known),
                Objects.requireNonNullElse(saying.off(), ""),
                Optional.empty());
    }

    /// An edition may have dropped an item since.
    private static List<String> known(List<String> items, Set<String> known) {
        return items.stream().filter(known::contains).toList();
    }
}
