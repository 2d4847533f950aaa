package org.hoshimori.desk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.Optional;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.publication.Publications;
import org.hoshimori.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskConfig {

    @Bean
    MenuEntry deskMenu() {
        return new MenuEntry("/desk/queue", "desk.menu", 10, MenuEntry.Place.MAIN, StaffPermission.VISIT.shown());
    }

    @Bean
    MenuEntry batchesMenu() {
        return new MenuEntry(
                "/desk/batches", "desk.batches.menu", 20, MenuEntry.Place.MAIN, StaffPermission.DECIDE.shown());
    }

    @Bean
    MenuEntry statisticsMenu() {
        return new MenuEntry(
                "/desk/statistics", "desk.statistics.menu", 30, MenuEntry.Place.MAIN, StaffPermission.VISIT.shown());
    }

    @Bean
    MenuEntry.Sometimes statisticsInTheFoot(Programme programme) {
        var entry = new MenuEntry("/statistics", "desk.statistics.title", 20, MenuEntry.Place.FOOT, "");
        return () -> programme.runs() ? Optional.of(entry) : Optional.empty();
    }

    /// Many decisions at once wait no longer than this.
    @Bean
    RecurringTask<Void> deskBatches(Batches batches) {
        return Tasks.recurring("desk-batches", FixedDelay.ofSeconds(30)).execute((_, _) -> batches.work());
    }

    @Bean
    RecurringTask<Void> deskStatistics(Statistics statistics) {
        return Tasks.recurring("desk-statistics", FixedDelay.ofMinutes(60)).execute((_, _) -> statistics.refresh());
    }

    /// Whoever declared and was accepted is known here.
    @Bean
    Publications.Confirmed confirmedByDeclaration(Applications applications) {
        return organization -> applications.declarations(organization).stream().anyMatch(AcceptedDeclaration::current)
                ? Publications.Standing.CONFIRMED
                : Publications.Standing.UNKNOWN;
    }
}
