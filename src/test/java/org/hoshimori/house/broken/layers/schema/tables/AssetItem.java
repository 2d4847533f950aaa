package org.hoshimori.house.broken.layers.schema.tables;

/// As generated.
public class AssetItem {
    public static final AssetItem ASSET_ITEM = new AssetItem();
    public final String name = "name";
}
