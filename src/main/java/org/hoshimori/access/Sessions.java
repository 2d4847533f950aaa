package org.hoshimori.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;

/// Spring's sessions in the database with one statement per request: it is read anew by each one, because it may
/// have been ended anywhere, but that somebody was here is written once a minute and not by every look at a page.
record Sessions<S extends Session>(FindByIndexNameSessionRepository<S> stored)
        implements FindByIndexNameSessionRepository<Sessions.Kept<S>> {

    private static final Duration SELDOM = Duration.ofMinutes(1);

    @Override
    public Kept<S> createSession() {
        return new Kept<>(stored.createSession());
    }

    @Override
    public void save(Kept<S> session) {
        stored.save(session.inner());
    }

    @Override
    public @Nullable Kept<S> findById(String id) {
        var found = stored.findById(id);
        return found == null ? null : new Kept<>(found);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    @Override
    public Map<String, Kept<S>> findByIndexNameAndIndexValue(String index, String value) {
        return stored.findByIndexNameAndIndexValue(index, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Kept<>(entry.getValue())));
    }

    /// A session that is saved for its own changes at once, and for having been used once a minute.
    record Kept<S extends Session>(S inner) implements Session {

        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(inner.getLastAccessedTime(), now).compareTo(SELDOM) >= 0) {
                inner.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            return inner.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            inner.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            inner.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }

    /// The session's id from its cookie. Spring looks for it a second time when the answer has gone, and would read
    /// the whole session again only to learn that the browser has the right cookie.
    static final class Ids implements HttpSessionIdResolver {

        private static final String ASKED = Ids.class.getName();

        private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

        Ids(CookieSerializer serializer) {
            cookies.setCookieSerializer(serializer);
        }

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            if (request.getAttribute(ASKED) == request) {
                return List.of();
            }
            request.setAttribute(ASKED, request);
            return cookies.resolveSessionIds(request);
        }

        @Override
        public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
            if (!cookies.resolveSessionIds(request).contains(id)) {
                cookies.setSessionId(request, response, id);
            }
        }

        @Override
        public void expireSession(HttpServletRequest request, HttpServletResponse response) {
            cookies.expireSession(request, response);
        }
    }
}
