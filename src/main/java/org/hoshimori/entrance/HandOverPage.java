package org.hoshimori.entrance;

import org.jspecify.annotations.Nullable;

/// A link to hand over, on the one page that ever shows it.
///
/// @param kind what it is for: `invitation`, `reset`, `company`
/// @param person whom it is for, empty for a company
/// @param outcome the link, or why there is none
/// @param back where to go on
record HandOverPage(String kind, String person, LinkOutcome outcome, String back) {

    @Nullable
    String url() {
        return switch (outcome) {
            case LinkOutcome.Issued issued -> issued.url();
            case LinkOutcome.Refused _ -> null;
        };
    }

    boolean mailed() {
        return switch (outcome) {
            case LinkOutcome.Issued issued -> issued.mailed();
            case LinkOutcome.Refused _ -> false;
        };
    }

    @Nullable
    String refusal() {
        return switch (outcome) {
            case LinkOutcome.Issued _ -> null;
            case LinkOutcome.Refused(var reason) -> reason;
        };
    }
}
