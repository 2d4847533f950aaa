package org.hoshimori.asset;

import java.util.List;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.springframework.stereotype.Component;

/// Reads the register.
@Component
public class Assets {

    /// What an analysis needs of a row.
    public record Weighed(AssetId id, String medium, Importance importance) {}

    private final AssetRepository assets;
    private final Database database;

    Assets(AssetRepository assets, Database database) {
        this.assets = assets;
        this.database = database;
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
        return database.transact(organization, () -> assets.count(organization, AssetFilter.NONE));
    }
}
