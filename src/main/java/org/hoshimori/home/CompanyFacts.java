package org.hoshimori.home;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.article.ArticleProgress;
import org.hoshimori.assessment.Round;
import org.hoshimori.content.Edition;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.handout.Handouts;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Worries;
import org.jspecify.annotations.Nullable;

/// What the other rooms know about a company today, read in one transaction.
///
/// @param edition the texts of today's standard edition
/// @param standing controls, and the questions that the company put off until a later day
/// @param diagnosis the 25 questions as the latest closed round was asked, else those of the standard edition
record CompanyFacts(
        Edition edition,
        SelfDiagnosis diagnosis,
        Organizations.Portrait portrait,
        ArticleProgress articles,
        Rounds rounds,
        Controls.Standing standing,
        CompanyState.Onward onward,
        LocalDate today) {

    /// @param open the round being answered; null for none
    /// @param said in the open round
    /// @param closed closed rounds, the newest first
    /// @param points of the newest closed round, by question
    record Rounds(
            @Nullable Round open,
            List<org.hoshimori.assessment.Rounds.Said> said,
            List<Round> closed,
            Map<String, Integer> points) {

        @Nullable
        Round latest() {
            return closed.isEmpty() ? null : closed.getFirst();
        }
    }

    Company company() {
        return portrait.company();
    }

    List<Member> people() {
        return portrait.people();
    }

    List<Worries.Worry> worries() {
        return portrait.worries();
    }

    List<DecidedControl> controls() {
        return standing.controls();
    }

    /// The questions of the latest closed round that are not fully done, the unknown ones too.
    Set<String> weak() {
        var best = diagnosis.scale().stream()
                .mapToInt(SelfDiagnosis.Answer::points)
                .max()
                .orElse(0);
        return rounds.points().entrySet().stream()
                .filter(decided -> decided.getValue() < best)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// The weak questions for which a control is decided and not dropped.
    Set<String> covered() {
        var weak = weak();
        return controls().stream()
                .filter(control -> control.state() != DecidedControl.State.DROPPED)
                .map(DecidedControl::question)
                .filter(weak::contains)
                .collect(Collectors.toSet());
    }

    /// How many weak questions have a control or are put off: about the others nothing is said yet.
    private int settled() {
        var covered = covered();
        return (int) weak().stream()
                .filter(question ->
                        covered.contains(question) || standing.deferred().contains(question))
                .count();
    }

    /// Controls that are planned or being done, the most urgent first; those without a date last.
    List<DecidedControl> openControls() {
        return controls().stream()
                .filter(control -> switch (control.state()) {
                    case PLANNED, DOING -> true;
                    case DONE, DROPPED -> false;
                })
                .sorted((one, other) -> due(one).compareTo(due(other)))
                .toList();
    }

    boolean late(DecidedControl control) {
        return due(control).isBefore(today);
    }

    private static LocalDate due(DecidedControl control) {
        return control.due() == null ? LocalDate.MAX : control.due();
    }

    /// @param reading what the reader is asked to read, and whether the handbook is handed out
    CompanyState state(MemberId reader, Handouts.Reading reading) {
        var working = openControls();
        var mine = working.stream()
                .filter(control -> reader.equals(control.responsible()))
                .toList();
        return new CompanyState(
                new CompanyState.Articles(articles.settled(), articles.missing().size()),
                open(reader),
                latest(),
                new CompanyState.Work(
                        mine.size(),
                        (int) mine.stream().filter(this::late).count(),
                        (int) working.stream().filter(this::late).count(),
                        reading.mine(),
                        0),
                missing(company().facts()),
                worries().size(),
                (handbookSettled(reading) ? onward.with(CompanyState.Handbook.HANDED_OUT) : onward).seenBy(reader),
                today);
    }

    /// Handed out; or nobody else is there to read it, and without employees nobody to write it for.
    private boolean handbookSettled(Handouts.Reading reading) {
        var alone = people().size() < 2;
        return switch (onward.handbook()) {
            case MISSING -> alone && Objects.equals(company().facts().employees(), 0);
            case IN_FORCE -> alone || reading.handbookIsOut();
            case HANDED_OUT -> true;
        };
    }

    private CompanyState.@Nullable Open open(MemberId reader) {
        var round = rounds.open();
        if (round == null) {
            return null;
        }
        var questions = diagnosis.questions();
        var answered = rounds.said().stream()
                .flatMap(one -> one.answers().keySet().stream())
                .collect(Collectors.toSet());
        var mine = rounds.said().stream()
                .filter(one -> reader.equals(one.respondent().member())
                        && one.respondent().finishedAt() == null)
                .mapToInt(one -> (int) questions.stream()
                        .map(SelfDiagnosis.Question::id)
                        .filter(question -> one.respondent().asks(question)
                                && (round.asked() == null || round.asked().contains(question))
                                && !one.answers().containsKey(question))
                        .count())
                .sum();
        return new CompanyState.Open(round.id(), answered.size(), questions.size(), mine);
    }

    private CompanyState.@Nullable Latest latest() {
        var latest = rounds.latest();
        return latest == null
                ? null
                : new CompanyState.Latest(
                        latest.id(), closedOn(latest), weak().size(), covered().size(), settled());
    }

    static LocalDate closedOn(Round round) {
        return round.closedAt() == null
                ? round.startedOn()
                : round.closedAt()
                        .atZoneSameInstant(java.time.ZoneId.of("Asia/Tokyo"))
                        .toLocalDate();
    }

    /// What the form of a declaration asks of every company beside its name.
    private static int missing(Company.Facts facts) {
        return (int) Stream.of(
                        facts.industry(),
                        facts.prefecture(),
                        facts.address(),
                        facts.employees(),
                        facts.representative())
                .filter(Objects::isNull)
                .count();
    }
}
