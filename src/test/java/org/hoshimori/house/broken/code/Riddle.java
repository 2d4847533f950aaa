package org.hoshimori.house.broken.code;

import java.util.function.Consumer;

/// Broken: booleans in public methods. Fine: inside the room, in a lambda, and where a framework wants it.
public final class Riddle implements Consumer<Boolean> {

    private final boolean riddle;

    public Riddle(boolean riddle) {
        this.riddle = riddle;
    }

    public String register(String id, boolean again) {
        Consumer<Boolean> quiet = silent -> setSilent(silent);
        quiet.accept(again);
        return id + inside(riddle);
    }

    boolean inside(boolean deep) {
        return deep;
    }

    @Override
    public void accept(Boolean silent) {
        setSilent(silent);
    }

    private void setSilent(boolean silent) {
        inside(silent);
    }
}
