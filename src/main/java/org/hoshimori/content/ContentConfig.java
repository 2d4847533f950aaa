package org.hoshimori.content;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the content once, at start; bad content stops the start with [BadContent].
@Configuration(proxyBeanMethods = false)
class ContentConfig {

    /// `hoshimori.content` names the operator's folder that is laid over the shipped content; empty means none.
    @Bean
    Editions editions(@Value("${hoshimori.content:}") String folder) {
        return folder.isBlank() ? Editions.shipped() : Editions.shippedUnder(Path.of(folder));
    }
}
