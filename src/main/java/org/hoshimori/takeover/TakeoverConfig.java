package org.hoshimori.takeover;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.web.LargeUpload;
import org.hoshimori.web.MenuEntry;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

@Configuration(proxyBeanMethods = false)
class TakeoverConfig {

    /// Megabytes that a list may have.
    static final int MOST_MEGABYTES = 300;

    @Bean
    MenuEntry takeoverMenu() {
        return new MenuEntry(
                "/desk/takeover", "takeover.menu", 40, MenuEntry.Place.MAIN, StaffPermission.DECIDE.shown());
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> takeoverUpload(WebApplicationContext context) {
        return LargeUpload.at(context, TakeoverController.FILES, MOST_MEGABYTES);
    }

    /// A shutdown waits for a thousand rows, not for a list.
    @Bean
    RecurringTask<Void> takeoverWork(Work work) {
        return Tasks.recurring("takeover-work", FixedDelay.ofSeconds(5))
                .execute((_, context) ->
                        work.run(() -> context.getSchedulerState().isShuttingDown()));
    }
}
