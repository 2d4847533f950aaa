package org.hoshimori.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hoshimori.organization.MemberId;
import org.hoshimori.trail.Change;
import org.jspecify.annotations.Nullable;

/// Who does a control, until when, and what it costs in yen.
public record ControlTerms(
        MemberId responsible,
        LocalDate due,
        @Nullable Long costOnceYen,
        @Nullable Long costYearlyYen) {

    /// A control as chosen on the page: taken from the content or written by the company.
    ///
    /// @param candidate id in the content; null for one's own
    public record Chosen(
            @Nullable String candidate,
            String title,
            @Nullable String what) {

        /// Whether it says the same as a control that was decided before.
        boolean sameAs(DecidedControl control) {
            return candidate == null
                    ? control.candidate() == null && control.title().equals(title)
                    : candidate.equals(control.candidate());
        }
    }

    /// The same terms without costs: several controls chosen together share one sum, which stands with the first.
    ControlTerms free() {
        return new ControlTerms(responsible, due, null, null);
    }

    /// The trail's view of an edit: one change per thing that differs.
    ///
    /// @param before the name of whom it was for, null for nobody
    /// @param after the name of whom it is for
    List<Change> changesTo(DecidedControl control, Chosen words, @Nullable String before, @Nullable String after) {
        var changes = new ArrayList<Change>();
        compare(changes, "control-title-changed", control.title(), words.title());
        compare(changes, "control-what-changed", control.what(), words.what());
        compare(changes, "control-person-changed", before, after);
        compare(changes, "control-date-changed", control.due(), due);
        compare(changes, "control-cost-once-changed", control.costOnceYen(), costOnceYen);
        compare(changes, "control-cost-yearly-changed", control.costYearlyYen(), costYearlyYen);
        return changes;
    }

    private static void compare(List<Change> changes, String action, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(
                    action, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }
}
