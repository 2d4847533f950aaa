package org.hoshimori.content;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the content once, at start; bad content stops the start with [BadContent].
@Configuration(proxyBeanMethods = false)
class ContentConfig {

    /// `hoshimori.content` names the operator's folder that is laid over the shipped content; empty means none.
    @Bean
    Editions editions(ObjectProvider<Editions.Ahead> ahead, @Value("${hoshimori.content:}") String folder) {
        var begun = ahead.getIfAvailable();
        return begun == null ? Editions.Ahead.read(folder) : begun.editions();
    }
}
