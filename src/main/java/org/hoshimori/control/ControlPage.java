package org.hoshimori.control;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.hoshimori.control.Controls.Names;
import org.hoshimori.control.Controls.Topic;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.control.Opinions.Opinion;
import org.hoshimori.control.Opinions.Stance;
import org.hoshimori.file.StoredFile;
import org.hoshimori.trail.TrailEntry;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;

/// One control: how far it is, what shows it, what people think, what happened.
///
/// @param reason why it was dropped
/// @param link address to hand out, shown once after it was made
record ControlPage(
        DecidedControl control,
        Topic topic,
        @Nullable String reason,
        Names names,
        List<StoredFile> evidence,
        List<Opinion> opinions,
        List<TrailEntry> history,
        Rights rights,
        LocalDate today,
        Typed typed,
        @Nullable String link) {

    /// What the reader may do with this control.
    ///
    /// @param works move it on and add evidence
    /// @param decides change it and ask for opinions
    record Rights(boolean works, boolean decides) {}

    /// What a refused form brought.
    record Typed(DecideForm form, String reason, Problems problems) {}

    /// Where it can go from here, without giving up: that asks for a reason.
    List<State> steps() {
        var next = EnumSet.copyOf(control.state().next());
        next.remove(State.DROPPED);
        return List.copyOf(next);
    }

    /// The step that comes next on the way.
    boolean forward(State step) {
        return step == State.DONE || (step == State.DOING && control.state() == State.PLANNED);
    }

    boolean droppable() {
        return control.state().next().contains(State.DROPPED);
    }

    long opinions(Stance stance) {
        return opinions.stream().filter(opinion -> opinion.stance() == stance).count();
    }

    /// What an entry of the history says beside its action: the reason of a move, the words of a stance, from and to.
    String words(Shell shell, TrailEntry entry) {
        var before = Objects.toString(entry.before(), "");
        var after = Objects.toString(entry.after(), "");
        if (State.of(before).isPresent()) {
            return after.contains(": ") ? after.substring(after.indexOf(": ") + 2) : "";
        }
        if (Stance.of(after).isPresent()) {
            return shell.text("control.stance." + after);
        }
        return before.isEmpty() ? after : shell.text("control.history.changed", before, after);
    }
}
