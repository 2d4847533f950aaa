package org.hoshimori.people;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleConfig {

    @Bean
    MenuEntry peopleMenu() {
        return person("/people", "people.menu", 60, Permission.READ);
    }

    @Bean
    MenuEntry departmentsMenu() {
        return person("/departments", "people.departments.menu", 61, Permission.READ);
    }

    @Bean
    MenuEntry companyMenu() {
        return person("/company", "organization.company.menu", 62, Permission.READ);
    }

    @Bean
    MenuEntry permissionsMenu() {
        return person("/permissions", "people.permissions.menu", 63, Permission.USE);
    }

    @Bean
    MenuEntry trailMenu() {
        return person("/trail", "people.trail.menu", 64, Permission.READ_TRAIL);
    }

    private static MenuEntry person(String path, String text, int position, Permission permission) {
        return new MenuEntry(path, text, position, MenuEntry.Place.PERSON, permission.name());
    }
}
