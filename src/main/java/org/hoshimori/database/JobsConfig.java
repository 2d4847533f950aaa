package org.hoshimori.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// Runs the jobs that rooms contribute as [RecurringTask] beans: on one node at a time, remembered in the database.
@Configuration(proxyBeanMethods = false)
class JobsConfig {

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource source, List<RecurringTask<?>> jobs) {
        return Scheduler.create(source)
                .startTasks(jobs)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(30))
                // A job whose node was killed goes on after two minutes, not after half an hour.
                .heartbeatInterval(Duration.ofSeconds(30))
                .missedHeartbeatsLimit(4)
                .build();
    }

    @Bean
    JobsStart jobsStart(Scheduler scheduler, @Value("${hoshimori.jobs:true}") String jobs) {
        return new JobsStart(scheduler, jobs);
    }

    /// Starts the jobs once the application answers requests; `hoshimori.jobs=false` leaves them to other nodes.
    record JobsStart(Scheduler scheduler, String jobs) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (!"false".equals(jobs)) {
                scheduler.start();
            }
        }
    }
}
