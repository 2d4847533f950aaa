package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Objects;
import org.hoshimori.HoshimoriTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.DefaultCookieSerializer;

@HoshimoriTest
class SessionsTest {

    private final FindByIndexNameSessionRepository<Session> sessions;

    @Autowired
    @SuppressWarnings("unchecked")
    SessionsTest(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = (FindByIndexNameSessionRepository<Session>) sessions;
    }

    @Test
    void that_somebody_was_here_is_written_once_a_minute() {
        var id = saved();
        var begun = last(id);
        use(id, begun.plusSeconds(59));
        assertThat(last(id)).isEqualTo(begun);
        use(id, begun.plusSeconds(60));
        assertThat(last(id)).isEqualTo(begun.plusSeconds(60));
    }

    @Test
    void a_change_of_the_session_is_written_at_once() {
        var id = saved();
        var session = found(id);
        session.setAttribute("company", "one");
        sessions.save(session);
        assertThat(found(id).<String>getAttribute("company")).isEqualTo("one");
    }

    @Test
    void a_session_that_was_ended_is_gone_with_the_next_request() {
        var id = saved();
        assertThat(sessions.findById(id)).isNotNull();
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void the_cookie_is_asked_once_and_sent_only_to_a_browser_that_lacks_it() {
        var ids = new Sessions.Ids(new DefaultCookieSerializer());
        var request = new MockHttpServletRequest();
        var first = new MockHttpServletResponse();
        ids.setSessionId(request, first, "one");
        var cookie = first.getCookie("SESSION");
        assertThat(cookie).isNotNull();
        request.setCookies(new Cookie(cookie.getName(), cookie.getValue()));
        assertThat(ids.resolveSessionIds(request)).containsExactly("one");
        assertThat(ids.resolveSessionIds(request)).isEmpty();
        var second = new MockHttpServletResponse();
        ids.setSessionId(request, second, "one");
        assertThat(second.getCookies()).isEmpty();
    }

    private String saved() {
        var session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private Session found(String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    private Instant last(String id) {
        return found(id).getLastAccessedTime();
    }

    private void use(String id, Instant when) {
        var session = found(id);
        session.setLastAccessedTime(when);
        sessions.save(session);
    }
}
