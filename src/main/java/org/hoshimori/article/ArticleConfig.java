package org.hoshimori.article;

import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArticleConfig {

    @Bean
    MenuEntry articleMenu() {
        return new MenuEntry("/articles", "article.menu", 20, MenuEntry.Place.MAIN, Permission.USE.name());
    }
}
