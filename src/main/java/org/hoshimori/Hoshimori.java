package org.hoshimori;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// Starts everything: the database, the migrations, the web server.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Hoshimori {

    public static void main(String[] arguments) {
        var application = SpringApplication.run(Hoshimori.class, arguments);
        if (application.getEnvironment().containsProperty("reset-password")) {
            SpringApplication.exit(application);
        }
    }
}
