package org.hoshimori.house.broken.code;

/// Fine: an enum constant with a body extends the enum only for the machine.
enum Colour {
    RED {
        @Override
        int number() {
            return 1;
        }
    },
    BLUE {
        @Override
        int number() {
            return 2;
        }
    };

    abstract int number();
}
