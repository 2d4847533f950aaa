package org.hoshimori.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.handout.Handouts;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.hoshimori.organization.Worries;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The start page of one person.
///
/// @param trend null while there are fewer than two closed rounds
/// @param reach whether phones and colleagues can open these pages
/// @param more what other rooms ask of the reader beside the controls
/// @param left what was typed to leave the step for later
record HomePage(
        Actor reader,
        CompanyFacts facts,
        CompanyState state,
        NextStep step,
        Constellation constellation,
        @Nullable Trend trend,
        LocalTime time,
        Reachable reach,
        List<Controls.Task> more,
        Leaving left) {

    /// The form that leaves today's step for later.
    record Leaving(PutOffForm form, Problems problems) {

        static final Leaving NOTHING = new Leaving(new PutOffForm(null, null), Problems.NONE);
    }

    /// From where the pages can be opened.
    enum Reachable {
        EVERYWHERE,
        THIS_MACHINE
    }

    private static final int TASKS = 4;
    private static final int SOON = 7;

    /// Something to do, with its date.
    ///
    /// @param who who does it; empty while nobody is named, and for the reader's own
    /// @param days until it is due, negative when late; null without a date
    record Task(
            String title,
            String path,
            String who,
            @Nullable LocalDate due,
            @Nullable Long days) {

        String urgency() {
            return days == null ? "undated" : days < 0 ? "late" : days == 0 ? "today" : days <= SOON ? "soon" : "later";
        }

        String mark() {
            return days == null || days > SOON ? "plain" : days < 0 ? "bad" : "warn";
        }
    }

    static HomePage of(
            Actor reader,
            CompanyFacts facts,
            Handouts.Reading reading,
            List<Controls.Task> more,
            LocalTime time,
            Reachable reach) {
        var late =
                more.stream().filter(task -> task.due().isBefore(facts.today())).count();
        var state = facts.state(reader.member(), reading).withMoreLate((int) late);
        return new HomePage(
                reader,
                facts,
                state,
                NextStep.of(state, reader.roles()),
                Constellation.of(state),
                reader.may(Permission.READ) ? Trend.of(facts.rounds().closed()) : null,
                time,
                reach,
                more,
                Leaving.NOTHING);
    }

    HomePage leaving(Leaving leaving) {
        return new HomePage(reader, facts, state, step, constellation, trend, time, reach, more, leaving);
    }

    /// The word of what today's step may be put off as; null where it may not, or the reader may not say so.
    @Nullable
    String optional() {
        var matter = step.matter();
        return matter == null || !decidesLater() ? null : matter.word();
    }

    boolean decidesLater() {
        return reader.may(Permission.DECLARE);
    }

    /// The word for the greeting of this hour.
    String greeting() {
        var hour = time.getHour();
        return hour >= 4 && hour < 11 ? "morning" : hour >= 11 && hour < 18 ? "day" : "evening";
    }

    boolean readsAll() {
        return reader.may(Permission.READ);
    }

    /// One's own open controls; whoever decides them sees everybody's.
    List<DecidedControl> work() {
        return facts.openControls().stream()
                .filter(control -> reader.may(Permission.DECIDE_CONTROLS)
                        || reader.member().equals(control.responsible()))
                .toList();
    }

    /// The most urgent; those without a date last.
    List<Task> tasks() {
        return Stream.concat(
                        more.stream().map(task -> task(task.title(), task.path(), null, task.due())),
                        work().stream()
                                .map(control -> task(
                                        control.title(),
                                        "/controls/" + control.id(),
                                        control.responsible(),
                                        control.due())))
                .sorted(Comparator.comparing(task -> Objects.requireNonNullElse(task.due(), LocalDate.MAX)))
                .limit(TASKS)
                .toList();
    }

    private Task task(String title, String path, @Nullable MemberId who, @Nullable LocalDate due) {
        var days = due == null ? null : ChronoUnit.DAYS.between(facts.today(), due);
        return new Task(title, path, name(who), due, days);
    }

    int waiting() {
        return work().size() + more.size();
    }

    private String name(@Nullable MemberId member) {
        return facts.people().stream()
                .filter(person -> person.id().equals(member))
                .map(Member::name)
                .findFirst()
                .orElse("");
    }

    /// Those who are responsible for something beyond their own work.
    List<Member> responsible() {
        return facts.people().stream()
                .filter(member -> !roles(member).isEmpty())
                .toList();
    }

    List<Role> roles(Member member) {
        return member.roles().stream().filter(role -> role != Role.EMPLOYEE).toList();
    }

    static String seal(Member member) {
        return member.name().isEmpty()
                ? "?"
                : member.name().substring(0, member.name().offsetByCodePoints(0, 1));
    }

    /// What must not happen, in the owner's words or those of the content.
    List<String> worries() {
        return facts.worries().stream()
                .map(worry -> text(worry, facts))
                .filter(Objects::nonNull)
                .toList();
    }

    static @Nullable String text(Worries.Worry worry, CompanyFacts facts) {
        var content = worry.contentId();
        return content == null
                ? worry.ownText()
                : facts.edition()
                        .owner()
                        .worries()
                        .find(content)
                        .map(known -> known.text())
                        .orElse(null);
    }

    /// Only who can change it is told that colleagues cannot come in yet.
    boolean tellsReach() {
        return reach == Reachable.THIS_MACHINE && (reader.is(Role.OWNER) || reader.is(Role.SECURITY_LEAD));
    }

    /// done, now or ahead: now is the first step that is not done.
    String way(int step) {
        var now = IntStream.rangeClosed(1, 4)
                .filter(one -> !done(one))
                .findFirst()
                .orElse(4);
        return done(step) ? "done" : step == now ? "now" : "ahead";
    }

    private boolean done(int step) {
        return switch (step) {
            case 1 -> constellation.has(Constellation.Star.ARTICLES);
            case 2 -> constellation.secondStep() == secondStepTotal();
            case 3 -> state.onward().regulations() > 0;
            default -> state.onward().protection() == CompanyState.Protection.TREATED;
        };
    }

    /// Key of the sentence about STEP 4.
    String fourth() {
        return switch (state.onward().protection()) {
            case NOT_LOOKED_AT, NO_ASSETS -> "home.way.fourth";
            case LISTED -> "home.way.fourth.listed";
            case UNTREATED -> "home.way.fourth.untreated";
            case TREATED -> "home.way.fourth.treated";
        };
    }

    int secondStepTotal() {
        return Constellation.Star.values().length - 1;
    }
}
