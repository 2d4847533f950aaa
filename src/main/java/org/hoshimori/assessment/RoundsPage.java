package org.hoshimori.assessment;

import java.util.List;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The list of rounds, and the form that begins the next one.
///
/// @param open the round being answered
/// @param answered how many of its questions have an answer
record RoundsPage(
        @Nullable Round open, int answered, List<Round> closed, boolean leads, RoundForm form, Problems problems) {}
