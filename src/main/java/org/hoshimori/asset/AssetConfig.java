package org.hoshimori.asset;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssetConfig {

    @Bean
    MenuEntry assetMenu() {
        return new MenuEntry("/assets", "asset.menu", 60, MenuEntry.Place.MAIN, Permission.READ.name());
    }
}
