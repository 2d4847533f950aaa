package org.hoshimori.control;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.control.Opinions.Said;
import org.hoshimori.control.Opinions.Stance;
import org.hoshimori.organization.Actor;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;

/// What an employee sends about a control. The name is asked only of those who come by a link.
record OpinionForm(
        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = "\\P{Cntrl}*", message = "web.problem.control")
        @Nullable
        String author,

        @Nullable String stance,

        @Size(max = 2000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n\\t]*", message = "web.problem.control")
        @Nullable
        String text) {

    static final OpinionForm EMPTY = new OpinionForm(null, null, null);

    /// @param member who is signed in; null for whoever comes by a link
    Problems check(Problems bound, @Nullable Actor member) {
        var problems = new ArrayList<>(bound.list());
        if (member == null && DecideForm.shown(author).isEmpty()) {
            problems.add(new Problem("author", "web.problem.required", List.of()));
        }
        if (Stance.of(stance).isEmpty()) {
            problems.add(new Problem("stance", "control.problem.stance", List.of()));
        }
        return new Problems(problems);
    }

    /// Good after a check.
    Said said(@Nullable Actor member) {
        var words = DecideForm.shown(text);
        return new Said(
                member == null ? DecideForm.shown(author) : member.name(),
                member == null ? null : member.member(),
                Stance.of(stance).orElseThrow(),
                words.isEmpty() ? null : words);
    }
}
