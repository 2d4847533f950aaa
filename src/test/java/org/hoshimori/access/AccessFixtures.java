package org.hoshimori.access;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Signed-in requests for page tests: a real session in the database, without spending time on a password.
@Component
public class AccessFixtures {

    private final SessionRepository<Session> sessions;
    private final SignInRepository signIns;
    private final Links links;
    private final Map<MemberId, Cookie> cookies = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    AccessFixtures(SessionRepository<? extends Session> sessions, SignInRepository signIns, Links links) {
        this.links = links;
        this.sessions = (SessionRepository<Session>) sessions;
        this.signIns = signIns;
    }

    /// The path of a one-time set-up link.
    public String setUpPath() {
        return "/setup/" + links.issueSetup();
    }

    /// Makes a request come from this person, with the token that protects forms.
    public RequestPostProcessor as(Actor actor) {
        var cookie = cookie(actor);
        return request -> {
            request.setCookies(cookie);
            return SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        };
    }

    /// The session cookie of a person who signed in and chose the company.
    public Cookie cookie(Actor actor) {
        return cookies.computeIfAbsent(actor.member(), _ -> signIn(actor));
    }

    private Cookie signIn(Actor actor) {
        var signIn = new SignInId(TimeOrderedId.next());
        signIns.add(signIn, UUID.randomUUID() + "@example.jp", "", OffsetDateTime.now());
        signIns.join(signIn, actor.organization(), actor.member());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signIn.toString(), null, List.of()));
        var session = sessions.createSession();
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        session.setAttribute("company", actor.organization().toString());
        sessions.save(session);
        var id = Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
        return new Cookie("hoshimori", id);
    }
}
