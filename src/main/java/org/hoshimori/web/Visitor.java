package org.hoshimori.web;

import java.util.Set;

/// Who looks at the page, as far as the shell shows it.
///
/// @param person name of the member
/// @param position job title or role in words
/// @param company name of the company
/// @param marks what the shell must show about the company
/// @param permissions names of what the person may do; the menu shows only that
public record Visitor(String person, String position, String company, Set<Mark> marks, Set<String> permissions) {

    /// Something that stands on every page of the company.
    public enum Mark {
        SAMPLE,
        SEVERAL_COMPANIES
    }

    /// The first letter in the round seal.
    public String seal() {
        return person.isEmpty() ? "?" : person.substring(0, person.offsetByCodePoints(0, 1));
    }

    public boolean sample() {
        return marks.contains(Mark.SAMPLE);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
