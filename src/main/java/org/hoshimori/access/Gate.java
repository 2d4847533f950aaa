package org.hoshimori.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Open;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Turns a request into an `Actor` or refuses it. Closed by default: a route names a permission, or says why it is
/// open.
@Component
class Gate implements HandlerInterceptor {

    static final String ACTOR = "org.hoshimori.access.actor";

    private final Visits visits;
    private final Attempts attempts;
    private final List<Porter> porters;

    Gate(Visits visits, Attempts attempts, List<Porter> porters) {
        this.visits = visits;
        this.attempts = attempts;
        this.porters = porters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorController) {
            return true;
        }
        if (byToken(request)) {
            response.setHeader("X-Robots-Tag", "noindex");
            if (!attempts.mayOpenLinks(request.getRemoteAddr())) {
                throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
            }
        }
        var visit = visits.of(request);
        visit.ifPresent(known -> {
            request.setAttribute(ACTOR, known.actor());
            request.setAttribute(Shells.VISITOR, known.visitor());
        });
        if (open(method)) {
            return true;
        }
        var signIn = visits.signedIn(request).orElse(null);
        for (var porter : porters) {
            var answer = porter.ask(method, signIn);
            if (answer.isPresent()) {
                return obey(answer.get(), request, response);
            }
        }
        var needed = permitted(method).orElseThrow(() -> new AccessDeniedException("a route without a permission"));
        if (visit.isEmpty()) {
            send(request, response);
            return false;
        }
        if (!visit.get().actor().may(needed.value())) {
            throw new AccessDeniedException(needed.value().name());
        }
        return true;
    }

    private boolean obey(Porter.Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (answer) {
            case Porter.Answer.SignInFirst _ -> {
                send(request, response);
                yield false;
            }
            case Porter.Answer.Refused(var needed) -> throw new AccessDeniedException(needed);
            case Porter.Answer.Come(var person, var visitor) -> {
                request.setAttribute(Porter.PERSON, person);
                request.setAttribute(Shells.VISITOR, visitor);
                yield true;
            }
        };
    }

    /// A link that leads nowhere counts as a guess.
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (byToken(request) && response.getStatus() == HttpStatus.NOT_FOUND.value()) {
            attempts.missedLink(request.getRemoteAddr());
        }
    }

    /// Every route for a link without an account calls its path variable `token`.
    private static boolean byToken(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey("token");
    }

    /// A page leads to the sign-in and back; a save from a script learns that it must sign in (its answer waits in the
    /// browser).
    private void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && request.getHeader("X-Requested-With") != null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (!request.getMethod().equals("GET") && visits.signedIn(request).isEmpty()) {
            // Not a redirect: what was typed would be lost, and "back" shows it again.
            throw new AuthenticationCredentialsNotFoundException("a form sent after the session ended");
        }
        var next = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
        response.sendRedirect(
                visits.signedIn(request).isPresent()
                        ? "/companies"
                        : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    private static boolean open(HandlerMethod method) {
        return method.hasMethodAnnotation(Open.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class);
    }

    private static Optional<Permitted> permitted(HandlerMethod method) {
        var onMethod = method.getMethodAnnotation(Permitted.class);
        return Optional.ofNullable(
                onMethod == null
                        ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permitted.class)
                        : onMethod);
    }
}
