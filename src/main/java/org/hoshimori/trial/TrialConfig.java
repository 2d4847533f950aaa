package org.hoshimori.trial;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.Optional;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrialConfig {

    /// The sign-in page leads to the trial where it is on.
    @Bean
    MenuEntry.Sometimes trialAtTheDoor(TrialDoor door) {
        return () -> door.open()
                ? Optional.of(new MenuEntry("/try", "trial.menu", 10, MenuEntry.Place.DOOR, ""))
                : Optional.empty();
    }

    /// Every hour, not once a night: "deleted after 7 days" is a promise on the page.
    @Bean
    RecurringTask<Void> forgetExpiredTrials(Trials trials) {
        return Tasks.recurring("trial-forget-expired", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((_, _) -> trials.forgetExpired());
    }
}
