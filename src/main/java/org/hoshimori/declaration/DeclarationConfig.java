package org.hoshimori.declaration;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeclarationConfig {

    @Bean
    MenuEntry declarationMenu() {
        return new MenuEntry("/declaration", "declaration.menu", 70, MenuEntry.Place.MAIN, Permission.READ.name());
    }
}
