package org.hoshimori.result;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResultConfig {

    private static final LocalTime QUIET_HOUR = LocalTime.of(4, 10);

    @Bean
    RecurringTask<Void> comparisonTask(Comparison comparison) {
        return Tasks.recurring("result-comparison", Schedules.daily(QUIET_HOUR)).execute((_, _) -> comparison.renew());
    }
}
