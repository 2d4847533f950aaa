package org.hoshimori.access;

/// Who may start a company on this installation: the setting `hoshimori.signup`. The first company always comes from
/// the set-up link.
public enum Signup {
    /// Nobody. Right for one company on one machine.
    CLOSED,
    /// Whoever holds an invitation that an owner of this installation made.
    INVITATION,
    /// Anybody who reaches the page.
    OPEN
}
