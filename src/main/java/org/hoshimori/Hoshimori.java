package org.hoshimori;

import org.hoshimori.content.Editions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts everything: the database, the migrations, the web server. No transaction is begun by an annotation and no
/// exception translated by a proxy, so that nothing stands between a room and its repository.
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Hoshimori {

    public static void main(String[] arguments) {
        var application = new SpringApplication(Hoshimori.class);
        application.addInitializers(new Editions.Ahead());
        var context = application.run(arguments);
        if (context.getEnvironment().containsProperty("reset-password")) {
            SpringApplication.exit(context);
        }
    }
}
