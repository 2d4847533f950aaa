package org.hoshimori.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/// What is wrong with a form, in the order of its fields: a summary first on the page, a sentence at each field (status
/// 422).
public record Problems(List<Problem> list) {

    public static final Problems NONE = new Problems(List.of());

    /// @param field name and id of the field
    /// @param key of the sentence in `messages/<room>`
    /// @param arguments of the sentence
    public record Problem(String field, String key, List<Object> arguments) {

        public String sentence(Shell shell) {
            return shell.text(key, arguments.toArray());
        }
    }

    /// Takes over what was found when a form was bound and checked. A rule's message is a key, written without braces.
    public static Problems of(Errors errors) {
        return new Problems(
                errors.getFieldErrors().stream().map(Problems::problem).toList());
    }

    private static Problem problem(FieldError error) {
        var key = error.isBindingFailure() ? "web.problem.type" : Objects.requireNonNull(error.getDefaultMessage());
        return new Problem(error.getField(), key, List.of());
    }

    public static Problems one(String field, String key, Object... arguments) {
        return new Problems(List.of(new Problem(field, key, List.of(arguments))));
    }

    public boolean none() {
        return list.isEmpty();
    }

    public int size() {
        return list.size();
    }

    public @Nullable Problem at(String field) {
        return list.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }
}
