package org.hoshimori.home;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The seven stars on the way to declaring two stars. A star is lit by a fact and by nothing else.
record Constellation(Set<Star> lit) {

    /// The seven facts in the order of the way; each with its place in the picture of 400 × 220.
    enum Star {
        ARTICLES(24, 104),
        ROUND_BEGUN(98, 62),
        ALL_ANSWERED(152, 78),
        ROUND_CLOSED(216, 96),
        CONTROLS_DECIDED(238, 168),
        POLICY_DOCUMENT(340, 172),
        DECLARATION(362, 82);

        private final int x;
        private final int y;

        Star(int x, int y) {
            this.x = x;
            this.y = y;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A star as it is drawn.
    ///
    /// @param size of the drawing; the next one is larger and has a halo
    record Drawn(Star star, boolean lit, boolean next, int size) {

        int x() {
            return star.x;
        }

        int y() {
            return star.y;
        }

        int left() {
            return star.x - size / 2;
        }

        int top() {
            return star.y - size / 2;
        }
    }

    /// A line between two stars; bright when both are lit.
    record Line(int x1, int y1, int x2, int y2, boolean lit) {}

    static Constellation of(CompanyState state) {
        var lit = EnumSet.noneOf(Star.class);
        if (state.articles().missing() == 0) {
            lit.add(Star.ARTICLES);
        }
        if (state.begun()) {
            lit.add(Star.ROUND_BEGUN);
        }
        if (state.complete() || state.latest() != null) {
            lit.add(Star.ALL_ANSWERED);
        }
        if (state.latest() != null) {
            lit.add(Star.ROUND_CLOSED);
            if (state.latest().covered() > 0 || state.latest().weak() == 0) {
                lit.add(Star.CONTROLS_DECIDED);
            }
        }
        if (state.policyDocument(CompanyState.PolicyDocument.IN_FORCE, CompanyState.PolicyDocument.PUBLIC)) {
            lit.add(Star.POLICY_DOCUMENT);
        }
        if (state.onward().star() == 2) {
            lit.add(Star.DECLARATION);
        }
        return new Constellation(lit);
    }

    boolean has(Star star) {
        return lit.contains(star);
    }

    List<Star> ahead() {
        return List.copyOf(EnumSet.complementOf(lit.isEmpty() ? EnumSet.noneOf(Star.class) : EnumSet.copyOf(lit)));
    }

    /// How many stars of STEP 2 are lit: all but the first.
    int secondStep() {
        return lit.size() - (has(Star.ARTICLES) ? 1 : 0);
    }

    List<Drawn> stars() {
        var next = ahead().isEmpty() ? null : ahead().getFirst();
        var drawn = new ArrayList<Drawn>();
        for (var star : Star.values()) {
            drawn.add(new Drawn(star, has(star), star == next, star == next ? 36 : 30));
        }
        return drawn;
    }

    /// The ladle and its handle: each star to the one after it, and the last back to the fourth.
    List<Line> lines() {
        var stars = Star.values();
        var lines = new ArrayList<Line>();
        for (var i = 0; i + 1 < stars.length; i++) {
            lines.add(line(stars[i], stars[i + 1]));
        }
        lines.add(line(Star.DECLARATION, Star.ROUND_CLOSED));
        return lines;
    }

    private Line line(Star from, Star to) {
        return new Line(from.x, from.y, to.x, to.y, has(from) && has(to));
    }
}
