package org.hoshimori.check;

import java.util.Locale;
import org.hoshimori.assessment.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckConfig {

    /// The page of the 25 questions shows what the 55 items suggest.
    @Bean
    Rounds.Hints questionHints(Suggestions suggestions) {
        return organization -> suggestions.questions(organization, Locale.JAPANESE);
    }
}
