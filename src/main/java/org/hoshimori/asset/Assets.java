package org.hoshimori.asset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.database.OrganizationId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Reads the register.
@Component
public class Assets {

    /// How many rows have a value, for example a department.
    record Share(String value, int count) {}

    /// What an analysis needs of a row.
    public record Weighed(AssetId id, String medium, Importance importance) {}

    /// The six media of the guideline, in its order.
    public static final List<String> MEDIA = List.of(
            "paper-documents", "portable-media", "office-pc", "mobile-device", "internal-server", "cloud-server");

    private final AssetRepository assets;
    private final MessageSource messages;

    Assets(AssetRepository assets, MessageSource messages) {
        this.assets = assets;
        this.messages = messages;
    }

    /// The media by their id, in words, in the order of the guideline.
    public Map<String, String> media(Locale locale) {
        var media = new LinkedHashMap<String, String>();
        MEDIA.forEach(id -> media.put(id, messages.getMessage("asset.medium." + id, null, locale)));
        return media;
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
        return assets.count(organization, AssetFilter.NONE);
    }
}
