package org.hoshimori.assessment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// The company's answer to a question.
///
/// @param points as the scale of the edition gives them
/// @param proposed what the respondents' answers led to; null when nobody had answered
/// @param reason why the responsible person decided so, needed where it differs from the proposal
public record Decision(
        String question,
        String answer,
        boolean notApplicable,
        int points,
        @Nullable String proposed,
        @Nullable String reason,
        OffsetDateTime decidedAt) {}
