package org.hoshimori.home;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must not happen: chosen from the content, and in the owner's own words.
///
/// @param worry ids of the content
/// @param own one sentence per line
record WorriesForm(
        @Nullable List<String> worry,

        @Size(max = 1000, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n]*", message = "web.problem.control")
        @Pattern(regexp = "(?:[^\\n]{0,200}(?:\\n|$))*", message = "home.owner.worries.line")
        @Pattern(regexp = "\\s*(?:\\S[^\\n]*(?:\\s*\\n\\s*|\\s*$)){0,5}", message = "home.owner.worries.many")
        @Nullable
        String own) {

    List<String> chosen() {
        return worry == null ? List.of() : worry.stream().distinct().toList();
    }

    List<String> ownTexts() {
        return own == null
                ? List.of()
                : own.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}
