package org.hoshimori.sample;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SampleConfig {

    @Bean
    MenuEntry sampleMenu() {
        return new MenuEntry("/sample", "sample.menu", 95, MenuEntry.Place.PERSON, Permission.USE.name());
    }

    @Bean
    RecurringTask<Void> removeSamplesLeftBehind(Samples samples) {
        return Tasks.recurring("sample-remove-left-behind", Schedules.daily(LocalTime.of(3, 40)))
                .execute((_, _) -> samples.removeLeftBehind());
    }
}
