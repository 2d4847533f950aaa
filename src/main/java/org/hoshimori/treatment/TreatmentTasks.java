package org.hoshimori.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hoshimori.control.Controls.MoreTasks;
import org.hoshimori.control.Controls.Task;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.treatment.Treatments.Due;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the task list says of risks: to the person in charge what they promised, to those who decide what has expired
/// or soon will.
@Component
class TreatmentTasks implements MoreTasks {

    /// From so many days before its day on, something is in the list (独自の目安).
    private static final int DAYS_BEFORE = 30;

    private final Treatments treatments;
    private final MessageSource messages;

    TreatmentTasks(Treatments treatments, MessageSource messages) {
        this.treatments = treatments;
        this.messages = messages;
    }

    @Override
    public List<Task> of(Actor actor, Locale locale) {
        var today = treatments.today();
        return treatments.due(actor.organization(), today.plusDays(DAYS_BEFORE)).stream()
                .filter(due -> concerns(due, actor))
                .map(due -> task(due, today, locale))
                .toList();
    }

    private static boolean concerns(Due due, Actor actor) {
        return due.decided().inWork()
                ? actor.member().equals(due.decided().treatment().person())
                : actor.may(Permission.ANALYSE_RISKS);
    }

    private Task task(Due due, LocalDate today, Locale locale) {
        var decided = due.decided();
        var kind = decided.inWork() ? decided.treatment().kind() : due.expired(today) ? "expired" : "soon";
        var first = due.names().getFirst();
        var names = due.names().size() == 1
                ? first
                : messages.getMessage(
                        "treatment.task.names", new Object[] {first, due.names().size() - 1}, locale);
        var day = decided.treatment().day();
        return new Task(
                messages.getMessage("treatment.task." + kind, new Object[] {names}, locale),
                "/risks/treatments/" + decided.id(),
                day == null ? today : day);
    }
}
