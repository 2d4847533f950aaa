package org.hoshimori.house.broken.rooms.assessment;

import org.hoshimori.house.broken.rooms.content.Edition;
import org.hoshimori.house.broken.rooms.paper.Sheet;

/// Looks right, at content and paper, as it may; only the circle is broken.
public final class Round {

    public String of(Edition edition, Sheet sheet) {
        return edition.toString() + sheet;
    }
}
