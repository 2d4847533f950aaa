package org.hoshimori.assessment;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentConfig {

    @Bean
    MenuEntry assessmentMenu() {
        return new MenuEntry("/assessments", "assessment.menu", 30, MenuEntry.Place.MAIN, Permission.USE.name());
    }
}
