package org.hoshimori.directory;

import java.util.Optional;
import org.hoshimori.web.MenuEntry;
import org.hoshimori.web.MenuEntry.Place;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Leads to the directory, where declarations are taken: elsewhere it would be an empty list for ever.
@Configuration(proxyBeanMethods = false)
class DirectoryConfig {

    private final boolean taken;

    DirectoryConfig(@Value("${hoshimori.programme:off}") String programme) {
        taken = !programme.equalsIgnoreCase("off");
    }

    /// From the sign-in page, because the public has no menu.
    @Bean
    MenuEntry.Sometimes directoryAtTheDoor() {
        return entry("directory.menu", 30, Place.DOOR, "");
    }

    @Bean
    MenuEntry.Sometimes directoryInTheFoot() {
        return entry("directory.foot", 10, Place.FOOT, "");
    }

    @Bean
    MenuEntry.Sometimes directoryOfMembers() {
        return entry("directory.menu", 90, Place.PERSON, "USE");
    }

    private MenuEntry.Sometimes entry(String text, int position, Place place, String permission) {
        return () ->
                taken ? Optional.of(new MenuEntry("/directory", text, position, place, permission)) : Optional.empty();
    }
}
