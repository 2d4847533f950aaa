package org.hoshimori.house.broken.layers.asset;

import org.hoshimori.house.broken.layers.risk.RiskRepository;
import org.springframework.ui.Model;

/// Broken: the repository of another room. Fine: the browser.
public final class AssetController {

    private final AssetRepository assets = new AssetRepository();

    String assets(RiskRepository risks, Model model) {
        return assets.all() + risks.find("") + model;
    }
}
