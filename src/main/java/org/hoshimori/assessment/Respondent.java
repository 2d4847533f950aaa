package org.hoshimori.assessment;

import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.jspecify.annotations.Nullable;

/// One set of answers within a round: a person's, a department's, a colleague's with a link, a printed sheet's, or
/// those carried over.
///
/// @param label how lists call it, for example a name or a department
/// @param member who answers, or for whom a printed sheet is typed in
/// @param questions the questions asked of this respondent; null for all of the round
public record Respondent(
        RespondentId id,
        RoundId round,
        Kind kind,
        String label,
        @Nullable MemberId member,
        @Nullable DepartmentId department,
        @Nullable List<String> questions,
        @Nullable OffsetDateTime finishedAt) {

    /// How the answers come in.
    public enum Kind {
        MEMBER("member"),
        DEPARTMENT("department"),
        COLLEAGUE("colleague"),
        PAPER("paper"),
        CARRIED_OVER("carried-over");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        static Kind of(String id) {
            for (var kind : values()) {
                if (kind.id.equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("unknown kind of respondent " + id);
        }
    }

    /// Whoever opens a round answers in it.
    static Respondent opener(Round round, Actor actor) {
        return new Respondent(
                RespondentId.next(), round.id(), Kind.MEMBER, actor.name(), actor.member(), null, round.asked(), null);
    }

    /// Stands for the decisions of an earlier round that are not asked anew.
    static Respondent carriedOver(Round round, Round earlier) {
        return new Respondent(
                RespondentId.next(), round.id(), Kind.CARRIED_OVER, earlier.name(), null, null, null, null);
    }

    /// Whether a question is asked of this respondent.
    public boolean asks(String question) {
        return questions == null || questions.contains(question);
    }

    /// Who may write these answers: the person themselves; for a department or a printed sheet also its head and
    /// whoever leads the rounds. A colleague answers through a link only, and carried-over answers are nobody's.
    public boolean answeredBy(Actor actor) {
        if (!actor.may(Permission.ANSWER) || kind == Kind.CARRIED_OVER) {
            return false;
        }
        return actor.member().equals(member)
                || ((kind == Kind.DEPARTMENT || kind == Kind.PAPER)
                        && (actor.may(Permission.LEAD_ROUNDS)
                                || actor.departments().contains(department)));
    }
}
