package org.hoshimori.entrance;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntranceConfig {

    @Bean
    MenuEntry waitingMailMenu() {
        return new MenuEntry("/mail", "entrance.mail.menu", 90, MenuEntry.Place.PERSON, Permission.OWN.name());
    }
}
