package org.hoshimori.asset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.database.OrganizationId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Reads the register.
@Component
public class Assets {

    /// How many rows have a value, for example a department.
    record Share(String value, int count) {}

    /// What the rows are shared out to: departments and media, each by name.
    record Shares(List<Share> departments, List<Share> media) {}

    /// What an analysis needs of a row; see [Asset].
    public record Weighed(AssetId id, String name, String department, String medium, Importance importance) {

        public static Weighed of(Asset asset) {
            return new Weighed(asset.id(), asset.name(), asset.department(), asset.medium(), asset.importance());
        }
    }

    /// The media that a company has named beside those of the guideline, by name.
    @FunctionalInterface
    public interface OwnMedia {

        List<String> of(OrganizationId organization);
    }

    /// How large the risk of an asset is.
    ///
    /// @param look high, mid or low
    /// @param title 大, 中 or 小
    /// @param value importance × likelihood
    public record Risk(String look, String title, int value) {}

    /// How large the risks of a company are: that of a row follows from its medium and its importance.
    ///
    /// @param media the risks of importance 0 to 2, by medium
    /// @param others the same for a medium that no threat is known of
    /// @param resting rows that rest on the basic measures: they have no risk of their own
    public record Measured(Map<String, List<Risk>> media, List<Risk> others, Set<AssetId> resting) {

        Optional<Risk> of(Asset row) {
            return resting.contains(row.id())
                    ? Optional.empty()
                    : Optional.of(media.getOrDefault(row.medium(), others)
                            .get(row.importance().ordinal()));
        }
    }

    /// Counts the risks.
    @FunctionalInterface
    public interface Risks {

        /// @param method by which the company counts
        Measured of(OrganizationId organization, String method, Locale locale);
    }

    /// The six media of the guideline, in its order.
    public static final List<String> MEDIA = List.of(
            "paper-documents", "portable-media", "office-pc", "mobile-device", "internal-server", "cloud-server");

    private final AssetRepository assets;
    private final ListRepository list;
    private final OwnMedia own;
    private final MessageSource messages;

    Assets(AssetRepository assets, ListRepository list, OwnMedia own, MessageSource messages) {
        this.assets = assets;
        this.list = list;
        this.own = own;
        this.messages = messages;
    }

    /// The media by their id, in words, in the order of the guideline.
    public Map<String, String> media(Locale locale) {
        var media = new LinkedHashMap<String, String>();
        MEDIA.forEach(id -> media.put(id, messages.getMessage("asset.medium." + id, null, locale)));
        return media;
    }

    /// The same with the company's own media behind, which are their own words, in one statement.
    Map<String, String> media(OrganizationId organization, Locale locale) {
        var media = new LinkedHashMap<>(media(locale));
        own.of(organization).forEach(name -> media.put(name, name));
        return media;
    }

    /// The words for media that the register uses beside the media of the guideline, in one statement.
    public List<String> words(OrganizationId organization) {
        return list.shares(organization).media().stream()
                .map(Share::value)
                .filter(word -> !MEDIA.contains(word))
                .toList();
    }

    /// The whole register in the order in which it was written, in one statement.
    public List<Asset> all(OrganizationId organization) {
        return assets.all(organization);
    }

    /// Every row as far as an analysis needs it, in the same order, in one statement.
    public List<Weighed> importances(OrganizationId organization) {
        return assets.importances(organization);
    }

    public Optional<Asset> find(OrganizationId organization, AssetId id) {
        return assets.find(organization, id);
    }

    /// The rows with these ids; those of another company are not there.
    public List<Asset> some(OrganizationId organization, List<AssetId> ids) {
        return ids.isEmpty() ? List.of() : assets.some(organization, ids);
    }

    /// How many rows there are.
    public int count(OrganizationId organization) {
        return assets.count(organization);
    }
}
