package org.hoshimori.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;

/// The verbs of the rooms as they would have worked on earlier days: the same code over the same database, made once
/// more around a calendar of their own. So the sample's history is written by the real verbs, not by SQL beside them,
/// and the clock of the installation cannot be turned back by anybody.
final class Past implements AutoCloseable {

    /// The rooms whose verbs build the sample.
    private static final String[] ROOMS = {
        "org.hoshimori.trail",
        "org.hoshimori.organization",
        "org.hoshimori.assessment",
        "org.hoshimori.control",
        "org.hoshimori.asset",
        "org.hoshimori.risk",
        "org.hoshimori.treatment",
        "org.hoshimori.document",
        "org.hoshimori.handout"
    };

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final AnnotationConfigApplicationContext verbs;
    private final Calendar calendar;

    private Past(AnnotationConfigApplicationContext verbs, Calendar calendar) {
        this.verbs = verbs;
        this.calendar = calendar;
    }

    static Past beside(ApplicationContext present, ZoneId zone) {
        var calendar = new Calendar(zone);
        var verbs = new AnnotationConfigApplicationContext();
        verbs.setParent(present);
        verbs.registerBean("clock", Clock.class, () -> calendar);
        var scanner = new ClassPathBeanDefinitionScanner(verbs);
        // The same names as in the application: a verb of the past then hides the one of the present.
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.scan(ROOMS);
        verbs.refresh();
        return new Past(verbs, calendar);
    }

    /// From now on it is ten in the morning of this day.
    void turnTo(LocalDate day) {
        calendar.moment = day.atTime(MORNING).atZone(calendar.getZone()).toInstant();
    }

    <T> T verb(Class<T> type) {
        return verbs.getBean(type);
    }

    @Override
    public void close() {
        verbs.close();
    }

    /// A clock that stands still until it is turned.
    private static final class Calendar extends Clock {

        private final ZoneId zone;
        private Instant moment = Instant.EPOCH;

        Calendar(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return Clock.fixed(moment, other);
        }

        @Override
        public Instant instant() {
            return moment;
        }
    }
}
