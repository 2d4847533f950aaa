package org.hoshimori.article;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.content.FiveArticles;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The five articles with what the company says about them.
///
/// @param open id of the article whose examples are unfolded; empty for none
/// @param may which of KEEP_ARTICLES and EDIT_COMPANY the reader has
/// @param draft what came back because it could not be saved as it was
record ArticlesPage(
        FiveArticles content,
        ArticleProgress progress,
        Map<String, RecordedAnswer> answers,
        List<Member> people,
        Company company,
        String open,
        Set<Permission> may,
        @Nullable Draft draft) {

    /// What somebody typed and could not save.
    ///
    /// @param theirs what somebody else has saved in between; null when the typing itself was wrong
    record Draft(
            ArticleForm form, Problems problems, @Nullable RecordedAnswer theirs) {}

    boolean keeps() {
        return may.contains(Permission.KEEP_ARTICLES);
    }

    boolean edits() {
        return may.contains(Permission.EDIT_COMPANY);
    }

    @Nullable
    Draft draftOf(String item) {
        return draft != null && draft.form().item().equals(item) ? draft : null;
    }

    Problems problems() {
        return draft == null ? Problems.NONE : draft.problems();
    }

    boolean unfolded(FiveArticles.Article article) {
        return open.equals(article.id())
                || (draft != null
                        && article.examples().find(draft.form().item()).isPresent());
    }

    boolean chosen(String item, FiveArticles.State state) {
        var typed = draftOf(item);
        return state.id().equals(typed == null ? state(item) : typed.form().state());
    }

    String note(String item) {
        var typed = draftOf(item);
        var answer = answers.get(item);
        var note = typed != null ? typed.form().note() : answer == null ? null : answer.comment();
        return note == null ? "" : note;
    }

    boolean responsible(String item, Member member) {
        var typed = draftOf(item);
        if (typed != null) {
            return member.id().value().equals(typed.form().who());
        }
        var answer = answers.get(item);
        return answer != null && member.id().equals(answer.responsible());
    }

    String who(String item) {
        return people.stream()
                .filter(member -> responsible(item, member))
                .map(Member::name)
                .findFirst()
                .orElse("");
    }

    /// The revision on this screen: after a clash that of the other person, so that saving again is a decision.
    int revision(String item) {
        var typed = draftOf(item);
        var seen = typed == null ? null : typed.form().seenRevision();
        if (typed != null && typed.theirs() == null) {
            return seen == null ? 0 : seen;
        }
        var answer = answers.get(item);
        return answer == null ? 0 : answer.revision();
    }

    @Nullable
    String state(String item) {
        var answer = answers.get(item);
        return answer == null ? null : answer.answer();
    }

    /// The word for a state; null for none.
    @Nullable
    String label(@Nullable String state) {
        return state == null ? null : content.state(state).label();
    }

    String mark(@Nullable String state) {
        return switch (state) {
            case "done" -> "ok";
            case "partly" -> "info";
            case null, default -> "plain";
        };
    }

    boolean detailed(String item) {
        return draftOf(item) != null || !note(item).isEmpty() || !who(item).isEmpty();
    }
}
