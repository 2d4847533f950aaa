package org.hoshimori.paper;

import java.util.List;

/// A column of a [SheetPlan].
///
/// @param heading the official name of the column, so that a company's existing sheets come in by it
/// @param width   in half-width characters, 1 to 255; a Japanese letter takes two
/// @param choices what may be entered, in this order; empty for anything
/// @param refusal what Excel says when something else is entered, at most 225 characters; empty without choices
public record SheetColumn(String heading, int width, List<String> choices, String refusal) {

    private static final int WIDEST = 255;
    private static final int LONGEST_REFUSAL = 225;

    public SheetColumn {
        if (width < 1 || width > WIDEST) {
            throw new IllegalArgumentException("The width of a column is 1 to 255: " + width);
        }
        if (refusal.length() > LONGEST_REFUSAL) {
            throw new IllegalArgumentException("Excel opens no longer refusal than 225 characters: " + refusal);
        }
        choices = List.copyOf(choices);
    }

    /// A column where anything may be entered.
    public static SheetColumn of(String heading, int width) {
        return new SheetColumn(heading, width, List.of(), "");
    }

    /// The same column where only these words may be entered; Excel offers them as a drop-down and refuses others.
    public SheetColumn choices(List<String> words, String whyNot) {
        return new SheetColumn(heading, width, words, whyNot);
    }
}
