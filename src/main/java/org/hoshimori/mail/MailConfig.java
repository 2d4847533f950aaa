package org.hoshimori.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The job that sends, every half minute.
@Configuration(proxyBeanMethods = false)
class MailConfig {

    @Bean
    RecurringTask<Void> mailRound(Postman postman) {
        return Tasks.recurring("mail-round", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((_, _) -> postman.round());
    }
}
