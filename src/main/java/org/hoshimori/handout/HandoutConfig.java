package org.hoshimori.handout;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandoutConfig {

    @Bean
    MenuEntry handoutMenu() {
        return new MenuEntry("/handouts", "handout.menu", 55, MenuEntry.Place.PERSON, Permission.USE.name());
    }
}
