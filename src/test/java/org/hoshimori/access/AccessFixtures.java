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
    private final SignIns ways;
    private final Links links;
    private final Map<MemberId, Cookie> cookies = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    AccessFixtures(SessionRepository<? extends Session> sessions, SignInRepository signIns, SignIns ways, Links links) {
        this.links = links;
        this.sessions = (SessionRepository<Session>) sessions;
        this.signIns = signIns;
        this.ways = ways;
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

    /// A sign-in with this password for a person, and its address.
    public String address(Actor actor, String password) {
        var email = UUID.randomUUID() + "@example.jp";
        ways.create(email, password, actor);
        return email;
    }

    /// A request of a sign-in that has not chosen a company.
    public RequestPostProcessor signedIn(String email) {
        var cookie = signedInCookie(email);
        return request -> {
            request.setCookies(cookie);
            return SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(request);
        };
    }

    /// The session cookie of a sign-in that has not chosen a company.
    public Cookie signedInCookie(String email) {
        return session(ways.find(email).orElseThrow(), "");
    }

    private Cookie signIn(Actor actor) {
        var known = ways.of(actor.organization(), actor.member());
        if (known.isPresent()) {
            return session(known.get(), actor.organization().toString());
        }
        var signIn = new SignInId(TimeOrderedId.next());
        signIns.add(signIn, UUID.randomUUID() + "@example.jp", "", OffsetDateTime.now());
        signIns.join(signIn, actor.organization(), actor.member());
        return session(signIn, actor.organization().toString());
    }

    private Cookie session(SignInId signIn, String company) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signIn.toString(), null, List.of()));
        var session = sessions.createSession();
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        if (!company.isEmpty()) {
            session.setAttribute("company", company);
        }
        sessions.save(session);
        var id = Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
        return new Cookie("hoshimori", id);
    }
}
