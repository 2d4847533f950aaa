package org.hoshimori.template;

import java.util.List;

/// A part of a template that can be left out, reworded or moved: an article of a regulation, a section of a handbook.
///
/// @param id never changes; begins with `form-` for an attached form
/// @param body Markdown with marks
/// @param when keys that must all be true for the clause to be there
public record Clause(String id, String title, String body, List<String> when) {

    public Clause {
        when = List.copyOf(when);
    }

    boolean form() {
        return id.startsWith("form-");
    }
}
