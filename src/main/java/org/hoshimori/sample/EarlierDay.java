package org.hoshimori.sample;

import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;

/// The verbs of the rooms as they would have worked on an earlier day: the same code over the same database, made once
/// more with a clock that stands still. So the sample's history is written by the real verbs, not by SQL beside them,
/// and the clock of the installation cannot be turned back by anybody.
final class EarlierDay implements AutoCloseable {

    /// The rooms whose verbs build the sample.
    private static final String[] ROOMS = {
        "org.hoshimori.trail", "org.hoshimori.organization", "org.hoshimori.assessment"
    };

    private final AnnotationConfigApplicationContext verbs;

    private EarlierDay(AnnotationConfigApplicationContext verbs) {
        this.verbs = verbs;
    }

    static EarlierDay at(ApplicationContext today, Clock day) {
        var verbs = new AnnotationConfigApplicationContext();
        verbs.setParent(today);
        verbs.registerBean("clock", Clock.class, () -> day);
        var scanner = new ClassPathBeanDefinitionScanner(verbs);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Controller.class));
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.scan(ROOMS);
        verbs.refresh();
        return new EarlierDay(verbs);
    }

    <T> T verb(Class<T> type) {
        return verbs.getBean(type);
    }

    @Override
    public void close() {
        verbs.close();
    }
}
