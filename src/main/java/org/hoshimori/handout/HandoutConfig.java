package org.hoshimori.handout;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandoutConfig {

    @Bean
    MenuEntry handoutMenu() {
        return new MenuEntry("/handouts", "handout.menu", 55, MenuEntry.Place.PERSON, Permission.USE.name());
    }

    /// In the morning, so that the mail is there when work begins.
    @Bean
    RecurringTask<Void> handoutReminders(Reminders reminders) {
        return Tasks.recurring("handout-reminders", Schedules.daily(ZoneId.of("Asia/Tokyo"), LocalTime.of(7, 30)))
                .execute((_, _) -> reminders.remindAll());
    }
}
