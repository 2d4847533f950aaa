package org.hoshimori.asset;

/// How much an asset matters: its ordinal 0 to 2 is the figure of method 3.0; method 3.1 shows one more.
///
/// The rule (table 11): the highest of the three figures; personal data of any kind, or a reason that overrides, makes
/// it 2.
public enum Importance {
    LOW,
    MIDDLE,
    HIGH;

    public static Importance of(Cia cia, PersonalKinds personal, Overriding override) {
        return personal.none() && override.none() ? of(cia.highest()) : HIGH;
    }

    /// Errors: `IndexOutOfBoundsException` outside of 0 to 2.
    public static Importance of(int value) {
        return values()[value];
    }

    /// The figure as a method shows it.
    ///
    /// @param method `3.0` or `3.1`
    public int shown(String method) {
        return ordinal() + MethodChoice.offset(method);
    }
}
