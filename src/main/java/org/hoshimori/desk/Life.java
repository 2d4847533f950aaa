package org.hoshimori.desk;

import java.util.Arrays;
import java.util.Locale;

/// The life of an application and of the declaration that comes of it. What stands in no table here is refused.
public final class Life {

    private Life() {}

    /// Where an application stands.
    public enum Stage {
        /// Handed in; the address is not confirmed yet.
        UNCONFIRMED,
        WAITING,
        RETURNED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        /// Recognised as a duplicate of another declaration.
        MERGED;

        public String id() {
            return word(this);
        }

        public static Stage of(String id) {
            return valueOf(constant(id));
        }

        /// Whether somebody still has to do something.
        public boolean open() {
            return this == UNCONFIRMED || this == WAITING || this == RETURNED;
        }
    }

    /// What may happen to an application.
    public enum Move {
        CONFIRM,
        HAND_IN_AGAIN,
        ACCEPT,
        RETURN,
        REFUSE,
        MERGE,
        WITHDRAW,
        UNDO;

        public String id() {
            return word(this);
        }

        public static Move of(String id) {
            return valueOf(constant(id));
        }
    }

    /// Where an accepted declaration stands.
    public enum Standing {
        CURRENT,
        STOPPED,
        /// Its company went on in another one, or it was a duplicate.
        MERGED,
        /// Its acceptance was taken back. The number is never given to anybody else.
        UNDONE;

        public String id() {
            return word(this);
        }

        public static Standing of(String id) {
            return valueOf(constant(id));
        }
    }

    /// What may happen to a declaration.
    public enum Turn {
        CHANGE,
        STEP_UP,
        STOP,
        RESTART,
        MERGE,
        TAKE_BACK,
        /// Accepted again after the acceptance was taken back.
        GIVE_AGAIN;

        public String id() {
            return word(this);
        }
    }

    /// What a move leads to.
    public sealed interface Step<T> {
        /// It goes on from here.
        record To<T>(T next) implements Step<T> {}

        /// Not from there.
        record Forbidden<T>(T from) implements Step<T> {}
    }

    /// Where a move leads an application.
    public static Step<Stage> after(Stage from, Move move) {
        return switch (move) {
            case CONFIRM -> from == Stage.UNCONFIRMED ? to(Stage.WAITING) : forbidden(from);
            case HAND_IN_AGAIN -> from == Stage.RETURNED ? to(Stage.WAITING) : forbidden(from);
            case ACCEPT -> from == Stage.WAITING ? to(Stage.ACCEPTED) : forbidden(from);
            case RETURN -> from == Stage.WAITING ? to(Stage.RETURNED) : forbidden(from);
            case REFUSE -> from == Stage.WAITING ? to(Stage.REFUSED) : forbidden(from);
            case MERGE -> from == Stage.WAITING ? to(Stage.MERGED) : forbidden(from);
            case WITHDRAW -> from.open() ? to(Stage.WITHDRAWN) : forbidden(from);
            case UNDO ->
                switch (from) {
                    case RETURNED, ACCEPTED, REFUSED, MERGED -> to(Stage.WAITING);
                    case UNCONFIRMED, WAITING, WITHDRAWN -> forbidden(from);
                };
        };
    }

    /// Where a turn leads a declaration.
    public static Step<Standing> after(Standing from, Turn turn) {
        return switch (turn) {
            case CHANGE, STEP_UP -> from == Standing.CURRENT ? to(Standing.CURRENT) : forbidden(from);
            case STOP -> from == Standing.CURRENT ? to(Standing.STOPPED) : forbidden(from);
            case RESTART -> from == Standing.STOPPED ? to(Standing.CURRENT) : forbidden(from);
            case MERGE -> from == Standing.CURRENT || from == Standing.STOPPED ? to(Standing.MERGED) : forbidden(from);
            case TAKE_BACK -> from == Standing.CURRENT ? to(Standing.UNDONE) : forbidden(from);
            case GIVE_AGAIN -> from == Standing.UNDONE ? to(Standing.CURRENT) : forbidden(from);
        };
    }

    private static <T> Step<T> to(T next) {
        return new Step.To<>(next);
    }

    private static <T> Step<T> forbidden(T from) {
        return new Step.Forbidden<>(from);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// Whether a word from outside names a move.
    public static boolean knows(String move) {
        return Arrays.stream(Move.values()).anyMatch(one -> one.id().equals(move));
    }
}
