package org.hoshimori.house.broken.layers.risk;

import org.hoshimori.house.broken.layers.asset.AssetController;

/// Broken: a page that asks the database, and knows a controller.
record RiskPage(RiskRepository risks, AssetController assets) {}
