package org.hoshimori.home;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeConfig {

    @Bean
    MenuEntry homeMenu() {
        return new MenuEntry("/", "home.menu", 10, MenuEntry.Place.MAIN, Permission.USE.name());
    }

    @Bean
    MenuEntry ownerMenu() {
        return new MenuEntry("/owner", "home.owner.menu", 15, MenuEntry.Place.MAIN, Permission.READ.name());
    }
}
