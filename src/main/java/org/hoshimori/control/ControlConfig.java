package org.hoshimori.control;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ControlConfig {

    @Bean
    MenuEntry controlMenu() {
        return new MenuEntry("/controls", "control.menu", 40, MenuEntry.Place.MAIN, Permission.WORK.name());
    }

    @Bean
    Rounds.Finished finishedQuestions(Controls controls) {
        return (organization, since) -> controls.finishedSince(organization, since).stream()
                .map(DecidedControl::question)
                .collect(Collectors.toSet());
    }

    /// In the morning, so that the mail is there when work begins.
    @Bean
    RecurringTask<Void> controlReminders(Reminders reminders) {
        return Tasks.recurring("control-reminders", Schedules.daily(ZoneId.of("Asia/Tokyo"), LocalTime.of(7, 0)))
                .execute((_, _) -> reminders.remindAll());
    }
}
