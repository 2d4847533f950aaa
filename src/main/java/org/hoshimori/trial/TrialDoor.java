package org.hoshimori.trial;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether this installation lets people try without signing up, and whether they may start a company afterwards
/// (settings `hoshimori.trial` and `hoshimori.signup`).
@Component
class TrialDoor {

    private final String trial;
    private final String signup;

    TrialDoor(@Value("${hoshimori.trial:auto}") String trial, @Value("${hoshimori.signup:closed}") String signup) {
        this.trial = trial;
        this.signup = signup;
    }

    /// Off where sign-up is closed, unless switched on. A bare `on` in a YAML file arrives as `true`.
    boolean open() {
        return switch (trial) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> !"closed".equals(signup);
        };
    }

    /// Whether anybody may start a company here.
    boolean startsCompanies() {
        return "open".equals(signup);
    }
}
