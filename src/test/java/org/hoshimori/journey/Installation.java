package org.hoshimori.journey;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.Hoshimori;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole, empty installation for one journey, with a database of its own.
final class Installation implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private Installation(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static Installation start(String... settings) {
        return start(TestDatabase.create(TestDatabase.shared().adminUrl()), settings);
    }

    static Installation start(TestDatabase database, String... settings) {
        var properties = new ArrayList<>(List.of(database.properties()));
        properties.add("server.port=0");
        properties.addAll(List.of(settings));
        return new Installation(new SpringApplicationBuilder(Hoshimori.class)
                .run(properties.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    String url(String path) {
        var server = ((WebServerApplicationContext) application).getWebServer();
        return "http://127.0.0.1:" + (server == null ? 0 : server.getPort()) + path;
    }

    /// A one-time link such as the start of an empty installation prints.
    String setUpPath() {
        return application.getBean(AccessFixtures.class).setUpPath();
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    @Override
    public void close() {
        application.close();
    }
}
