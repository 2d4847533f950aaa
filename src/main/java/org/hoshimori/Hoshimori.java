package org.hoshimori;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts everything: the database, the migrations, the web server.
@SpringBootApplication
public class Hoshimori {

    public static void main(String[] arguments) {
        SpringApplication.run(Hoshimori.class, arguments);
    }
}
