package org.hoshimori.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// Opens the server's door as [Listening] says, before the database starts.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Listening.class)
class ReachConfig {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(Listening listening, Environment environment) {
        return factory -> {
            listening.refusal().ifPresent(sentence -> {
                throw new RefusedStart(sentence);
            });
            if (environment.containsProperty("reset-password")) {
                // The command on the server answers nobody; the usual port may even be in use.
                factory.setPort(0);
                factory.setAddress(InetAddress.getLoopbackAddress());
                return;
            }
            open(factory, listening);
        };
    }

    static void open(TomcatServletWebServerFactory factory, Listening listening) {
        if (!listening.certificate().isBlank()) {
            var ssl = new Ssl();
            ssl.setCertificate(Path.of(listening.certificate()).toUri().toString());
            ssl.setCertificatePrivateKey(
                    Path.of(listening.certificateKey()).toUri().toString());
            ssl.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(ssl);
        }
        if (!listening.proxies().isEmpty()) {
            factory.addEngineValves(forwarded(listening));
        }
    }

    /// Believes who the visitor is and that they came by https, but only when the named proxy says so. The name of the
    /// host is never taken over.
    private static RemoteIpValve forwarded(Listening listening) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(
                listening.proxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
