package org.hoshimori.dev;

import java.nio.file.Path;
import java.util.UUID;
import org.hoshimori.Hoshimori;
import org.hoshimori.sample.SampleFixtures;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/// `./mvnw spring-boot:test-run -Dstart=org.hoshimori.dev.DevMode`: an application that fills itself with the sample
/// company and says how to sign in. Its database lies in `target/dev` and is empty again at the next start; the
/// password is a new one each time.
public final class DevMode {

    private static final Path HOME = Path.of("target", "dev");

    private DevMode() {}

    public static void main(String[] arguments) throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        System.setProperty("hoshimori.home", HOME.toString());
        var context = SpringApplication.run(Hoshimori.class, arguments);
        var password = UUID.randomUUID().toString();
        context.getBean(SampleFixtures.class).owner("dev@example.jp", password);
        LoggerFactory.getLogger(DevMode.class).info("sign in: dev@example.jp {}", password);
    }
}
