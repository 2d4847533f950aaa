package org.hoshimori.respondent;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Change;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The verbs of asking: who answers a round, links for colleagues, printed sheets typed in.
@Component
class Asking {

    private final Database database;
    private final Assessments assessments;
    private final Rounds rounds;
    private final Links links;
    private final Editions editions;
    private final Trail trail;

    Asking(Database database, Assessments assessments, Rounds rounds, Links links, Editions editions, Trail trail) {
        this.database = database;
        this.assessments = assessments;
        this.rounds = rounds;
        this.links = links;
        this.editions = editions;
        this.trail = trail;
    }

    /// What became of the wish to ask.
    sealed interface Outcome {

        /// Somebody is asked; `token` is that of a colleague's link, known only now.
        record Asked(Respondent respondent, @Nullable String token) implements Outcome {}

        /// What was said is in the database.
        record Kept() implements Outcome {}

        /// The round was closed in the meantime; nobody is asked any more.
        record RoundClosed() implements Outcome {}
    }

    /// A colleague at the door with a good link.
    ///
    /// @param asker who asks them; null when they have left
    record Guest(
            OrganizationId organization,
            Round round,
            Respondent respondent,
            @Nullable MemberId asker,
            OffsetDateTime until) {}

    /// Whom a link lets in, or empty when it is unknown, expired or revoked, or what it opens is closed or gone.
    Optional<Guest> guest(String token) {
        try {
            return links.open(token, Link.Purpose.ANSWER)
                    .map(link -> guest(token, link))
                    .filter(guest -> !guest.round().closed());
        } catch (NotFound _) {
            return Optional.empty();
        }
    }

    private Guest guest(String token, Link link) {
        var organization = Objects.requireNonNull(link.organization());
        return database.transact(organization, () -> {
            var respondent = rounds.respondent(organization, new RespondentId(Objects.requireNonNull(link.subject())));
            return new Guest(
                    organization,
                    rounds.round(organization, respondent.round()),
                    respondent,
                    links.issuer(token, Link.Purpose.ANSWER).orElse(null),
                    link.expiresAt());
        });
    }

    /// The round of the 25 questions. Errors: [NotFound] for another company's and for the five articles.
    Round round(OrganizationId organization, UUID id) {
        var round = rounds.round(organization, new RoundId(id));
        if (!round.questionnaire().equals(Round.SELF_DIAGNOSIS)) {
            throw new NotFound("round");
        }
        return round;
    }

    /// A respondent of this round. Errors: [NotFound] when it belongs to another.
    Respondent respondent(OrganizationId organization, Round round, UUID id) {
        var respondent = rounds.respondent(organization, new RespondentId(id));
        if (!respondent.round().equals(round.id())) {
            throw new NotFound("respondent");
        }
        return respondent;
    }

    /// The 25 questions of the round's edition.
    SelfDiagnosis diagnosis(Round round, Locale locale) {
        return editions.edition(round.edition(), locale).selfDiagnosis();
    }

    /// Until when the links of a company's colleagues are open, by respondent.
    Map<UUID, OffsetDateTime> openLinks(OrganizationId organization) {
        return links.expiries(Link.Purpose.ANSWER, organization);
    }

    /// Asks a colleague without an account. Asking the same person the same again before they have answered gives a new
    /// link instead of a second respondent: a double click does no harm.
    Outcome ask(Actor actor, Round round, String name, List<String> questions, Duration validity) {
        return whileOpen(actor, round, () -> {
            var organization = actor.organization();
            var answered = rounds.answers(organization, round.id()).stream()
                    .map(RecordedAnswer::respondent)
                    .collect(Collectors.toSet());
            var colleague = rounds.respondents(organization, round.id()).stream()
                    .filter(one -> one.kind() == Respondent.Kind.COLLEAGUE
                            && one.label().equals(name)
                            && questions.equals(one.questions())
                            && !answered.contains(one.id()))
                    .findFirst()
                    .orElseGet(() -> assessments.add(
                            actor,
                            new Respondent(
                                    RespondentId.next(),
                                    round.id(),
                                    Respondent.Kind.COLLEAGUE,
                                    name,
                                    null,
                                    null,
                                    questions,
                                    null)));
            return link(actor, colleague, validity);
        });
    }

    /// Gives a colleague a new link; the old one ends.
    Outcome renew(Actor actor, Round round, Respondent colleague, Duration validity) {
        if (colleague.kind() != Respondent.Kind.COLLEAGUE) {
            throw new NotFound("colleague");
        }
        return whileOpen(actor, round, () -> link(actor, colleague, validity));
    }

    /// Writes in the trail that somebody was reminded.
    void reminded(Actor actor, Respondent respondent) {
        note(actor, respondent.round(), Change.to("respondent-reminded", respondent.label()));
    }

    /// Ends a colleague's link. What they have said stays.
    void revoke(Actor actor, Respondent colleague) {
        database.transact(actor.organization(), () -> {
            links.revoke(
                    Link.Purpose.ANSWER, actor.organization(), colleague.id().value());
            note(actor, colleague.round(), new Change("link-revoked", colleague.label(), null));
            return colleague;
        });
    }

    /// Has people and departments answer, each apart; whoever answers already is left alone.
    Outcome add(Actor actor, Round round, List<Member> people, Map<Department, @Nullable MemberId> departments) {
        return whileOpen(actor, round, () -> {
            var there = rounds.respondents(actor.organization(), round.id());
            people.stream()
                    .filter(person -> there.stream()
                            .noneMatch(one -> one.kind() == Respondent.Kind.MEMBER
                                    && person.id().equals(one.member())))
                    .forEach(person -> assessments.add(actor, asked(round, Respondent.Kind.MEMBER, person)));
            departments.forEach((department, head) -> {
                if (there.stream().noneMatch(one -> department.id().equals(one.department()))) {
                    assessments.add(
                            actor,
                            new Respondent(
                                    RespondentId.next(),
                                    round.id(),
                                    Respondent.Kind.DEPARTMENT,
                                    department.name(),
                                    head,
                                    department.id(),
                                    round.asked(),
                                    null));
                }
            });
            return new Outcome.Kept();
        });
    }

    /// Takes somebody with all they have said out of an open round; an open link ends.
    Outcome remove(Actor actor, Round round, Respondent respondent) {
        if (respondent.kind() == Respondent.Kind.CARRIED_OVER) {
            throw new NotFound("respondent");
        }
        return whileOpen(actor, round, () -> {
            links.revoke(
                    Link.Purpose.ANSWER, actor.organization(), respondent.id().value());
            assessments.remove(actor, respondent);
            return new Outcome.Kept();
        });
    }

    /// Opens the printed sheet of a person: made at the first time, found again later.
    Outcome paper(Actor actor, Round round, Member person) {
        return whileOpen(actor, round, () -> rounds.respondents(actor.organization(), round.id()).stream()
                .filter(one ->
                        one.kind() == Respondent.Kind.PAPER && person.id().equals(one.member()))
                .findFirst()
                .map(there -> new Outcome.Asked(there, null))
                .orElseGet(() ->
                        new Outcome.Asked(assessments.add(actor, asked(round, Respondent.Kind.PAPER, person)), null)));
    }

    /// Saves a whole sheet of answers. What is left blank on the form leaves an earlier answer alone.
    Outcome save(OrganizationId organization, Author author, Respondent respondent, EntryPage.Form form) {
        return database.transact(organization, () -> {
            var there = rounds.answers(organization, respondent).stream()
                    .collect(Collectors.toMap(RecordedAnswer::question, Function.identity()));
            for (var question : form.questions()) {
                var isSaid = form.says(question) || there.containsKey(question);
                if (isSaid && !saved(organization, author, respondent, form.change(question, there.get(question)))) {
                    return new Outcome.RoundClosed();
                }
            }
            if (respondent.finishedAt() == null && form.complete()) {
                assessments.finish(organization, author, respondent);
            }
            return new Outcome.Kept();
        });
    }

    private boolean saved(OrganizationId organization, Author author, Respondent respondent, AnswerChange change) {
        return switch (assessments.answer(organization, author, respondent.id(), change)) {
            case AnswerOutcome.Saved _ -> true;
            // Two people typed the same sheet at the same moment: the sheet in hand is the later word.
            case AnswerOutcome.Overtaken(var theirs) ->
                saved(
                        organization,
                        author,
                        respondent,
                        new AnswerChange(
                                change.question(),
                                change.answer(),
                                change.notApplicable(),
                                change.comment(),
                                change.responsible(),
                                theirs.revision()));
            case AnswerOutcome.RoundClosed _, AnswerOutcome.NotAsked _ -> false;
        };
    }

    private Outcome link(Actor actor, Respondent colleague, Duration validity) {
        var subject = colleague.id().value();
        links.revoke(Link.Purpose.ANSWER, actor.organization(), subject);
        var token = links.issue(Link.Purpose.ANSWER, actor.organization(), subject, actor.member(), validity);
        note(actor, colleague.round(), Change.to("link-issued", colleague.label()));
        return new Outcome.Asked(colleague, token);
    }

    private Outcome whileOpen(Actor actor, Round round, Supplier<Outcome> verb) {
        return database.transact(
                actor.organization(),
                () -> rounds.held(actor.organization(), round.id()).closed() ? new Outcome.RoundClosed() : verb.get());
    }

    private static Respondent asked(Round round, Respondent.Kind kind, Member person) {
        return new Respondent(
                RespondentId.next(), round.id(), kind, person.name(), person.id(), null, round.asked(), null);
    }

    private void note(Actor actor, RoundId round, Change change) {
        trail.append(actor.organization(), actor.author(), Subject.of("round", round), change);
    }
}
