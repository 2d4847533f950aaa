package org.hoshimori.trail;

/// What an entry is about.
///
/// @param kind a word of the glossary, for example `round`, `member`, `control`
/// @param id its id within the company
public record Subject(String kind, String id) {

    public static Subject of(String kind, Object id) {
        return new Subject(kind, id.toString());
    }
}
