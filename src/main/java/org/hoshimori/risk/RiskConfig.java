package org.hoshimori.risk;

import org.hoshimori.asset.Assets;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RiskConfig {

    @Bean
    MenuEntry riskMenu() {
        return new MenuEntry("/risks", "risk.menu", 65, MenuEntry.Place.MAIN, Permission.READ.name());
    }

    /// The register shows the level of each row and narrows by it.
    @Bean
    Assets.Risks registerRisks(RiskAnalysis analysis) {
        return analysis::measured;
    }
}
