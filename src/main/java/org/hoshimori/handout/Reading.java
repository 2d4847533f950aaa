package org.hoshimori.handout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hoshimori.template.Block;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Section;

/// A document cut into screens for a phone: in the handbook one idea each, elsewhere one clause each.
record Reading(List<Screen> screens) {

    /// @param part the section that the screen belongs to; empty where the screen is the whole of it
    /// @param html well-formed, every letter of the company's escaped
    record Screen(String part, String title, String html) {

        /// Whether a phone must scroll it sideways, in a box of its own.
        boolean wide() {
            return html.contains("<table");
        }
    }

    Reading {
        screens = List.copyOf(screens);
    }

    /// Nothing to show here: the company brought a file.
    static Reading ofFile() {
        return new Reading(List.of());
    }

    static Reading of(Composition composition, String template) {
        var screens = new ArrayList<Screen>();
        for (var section : composition.sections()) {
            if (template.equals(Handout.HANDBOOK)) {
                ideas(section, screens);
            } else {
                var title = section.kind() == Section.Kind.PREAMBLE ? composition.title() : section.heading();
                screens.add(new Screen("", title, html(section, section.blocks(), screens.size())));
            }
        }
        return new Reading(screens);
    }

    /// The sections of a composition, by which questions are chosen.
    static Set<String> sections(Composition composition) {
        var ids = new LinkedHashSet<String>();
        composition.sections().forEach(section -> ids.add(section.clauseId()));
        return ids;
    }

    private static void ideas(Section section, List<Screen> screens) {
        var title = section.title();
        var part = "";
        var blocks = new ArrayList<Block>();
        for (var block : section.blocks()) {
            if (block instanceof Block.Subheading(var runs)) {
                if (!blocks.isEmpty()) {
                    screens.add(new Screen(part, title, html(section, blocks, screens.size())));
                }
                title = Block.text(runs);
                part = section.title();
                blocks.clear();
            } else {
                blocks.add(block);
            }
        }
        if (!blocks.isEmpty()) {
            screens.add(new Screen(part, title, html(section, blocks, screens.size())));
        }
    }

    /// Without the heading, which the screen has as its own; the id is one of the screen.
    private static String html(Section section, List<Block> blocks, int number) {
        var bare = new Section(
                section.clauseId() + "-" + number,
                "",
                Section.Kind.PREAMBLE,
                "",
                List.copyOf(blocks),
                section.inJapanese());
        return new Composition("", List.of(bare)).html();
    }
}
