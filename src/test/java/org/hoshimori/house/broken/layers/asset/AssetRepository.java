package org.hoshimori.house.broken.layers.asset;

import org.hoshimori.house.broken.layers.database.CrossCompany;

/// Broken: no reason.
@CrossCompany("")
final class AssetRepository {

    String all() {
        return "";
    }
}
