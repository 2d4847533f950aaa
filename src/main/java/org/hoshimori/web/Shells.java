package org.hoshimori.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Builds the [Shell] of a request.
@Component
public class Shells {

    /// Name of the request attribute under which the room that knows the visitor puts a [Visitor].
    public static final String VISITOR = "org.hoshimori.web.visitor";

    /// Name of the flash attribute for a key of a text that says what just happened.
    public static final String TOAST = "toast";

    private final MessageSource messages;
    private final List<MenuEntry> menu;

    Shells(MessageSource messages, List<MenuEntry> always, List<MenuEntry.Sometimes> sometimes) {
        this.messages = messages;
        var now = sometimes.stream().flatMap(entry -> entry.entry().stream());
        this.menu = Stream.concat(always.stream(), now)
                .sorted(Comparator.comparingInt(MenuEntry::position))
                .toList();
    }

    Shell around(HttpServletRequest request, Map<String, ? extends @Nullable Object> model) {
        var visitor = request.getAttribute(VISITOR) instanceof Visitor known ? known : null;
        var allowed = menu.stream().filter(entry -> sees(visitor, entry)).toList();
        var csrf = request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
        var locale = RequestContextUtils.getLocale(request);
        var toast = model.get(TOAST) instanceof String key ? messages.getMessage(key, null, locale) : null;
        return new Shell(locale, messages, request.getRequestURI(), visitor, allowed, csrf, toast);
    }

    private static boolean sees(@Nullable Visitor visitor, MenuEntry entry) {
        return switch (entry.place()) {
            case FOOT -> true;
            case DOOR -> visitor == null;
            case MAIN, PERSON -> visitor != null && visitor.may(entry.permission());
        };
    }
}
