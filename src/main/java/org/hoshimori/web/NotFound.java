package org.hoshimori.web;

/// What was asked for does not exist, or belongs to another company: the two must not be told apart. Shown as 404.
public final class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what, null, false, false);
    }
}
