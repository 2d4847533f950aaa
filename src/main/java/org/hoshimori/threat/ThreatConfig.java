package org.hoshimori.threat;

import org.hoshimori.asset.Assets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThreatConfig {

    /// The register offers the media that the company has named here.
    @Bean
    Assets.OwnMedia ownMedia(ThreatRepository threats) {
        return threats::media;
    }
}
