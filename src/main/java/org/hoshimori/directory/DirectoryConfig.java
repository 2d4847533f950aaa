package org.hoshimori.directory;

import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryConfig {

    /// From the sign-in page, because the public has no menu.
    @Bean
    MenuEntry directoryAtTheDoor() {
        return new MenuEntry("/directory", "directory.menu", 30, MenuEntry.Place.DOOR, "");
    }

    @Bean
    MenuEntry directoryInTheFoot() {
        return new MenuEntry("/directory", "directory.foot", 10, MenuEntry.Place.FOOT, "");
    }

    @Bean
    MenuEntry directoryOfMembers() {
        return new MenuEntry("/directory", "directory.menu", 90, MenuEntry.Place.PERSON, "USE");
    }
}
