package org.hoshimori.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.web.Visitor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Who is signed in on this request, and in which company.
@Component
public class Visits {

    private static final String COMPANY = "company";
    private static final String ELSEWHERE = "elsewhere";

    private final SignIns signIns;
    private final People people;
    private final SecurityContextRepository contexts;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final List<Porter.Places> places;

    Visits(
            SignIns signIns,
            People people,
            SecurityContextRepository contexts,
            FindByIndexNameSessionRepository<? extends Session> sessions,
            List<Porter.Places> places) {
        this.signIns = signIns;
        this.people = people;
        this.places = places;
        this.contexts = contexts;
        this.sessions = sessions;
    }

    /// The acting person and what the shell shows of them.
    record Visit(Actor actor, Visitor visitor) {}

    /// Signs somebody in on this browser: a new session id, so that one known before is worth nothing.
    public void begin(HttpServletRequest request, HttpServletResponse response, SignInId signIn) {
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signIn.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        var memberships = signIns.memberships(signIn);
        if (!otherPlaces(signIn).isEmpty()) {
            request.getSession().setAttribute(ELSEWHERE, "true");
        }
        if (memberships.size() == 1) {
            choose(request, signIn, memberships.getFirst().organization());
        }
    }

    /// Chooses the company to work in. False when the sign-in does not belong to it.
    public boolean choose(HttpServletRequest request, SignInId signIn, OrganizationId organization) {
        if (signIns.memberships(signIn).stream().noneMatch(m -> m.organization().equals(organization))) {
            return false;
        }
        request.getSession().setAttribute(COMPANY, organization.toString());
        signIns.chosen(signIn, organization);
        return true;
    }

    /// Ends every visit of a sign-in, on all browsers.
    public void endAll(SignInId signIn) {
        sessions.findByPrincipalName(signIn.toString()).keySet().forEach(sessions::deleteById);
    }

    /// Ends the visits on other browsers and gives this one a new session id.
    public void endOthers(HttpServletRequest request, SignInId signIn) {
        var mine = request.getSession().getId();
        sessions.findByPrincipalName(signIn.toString()).keySet().stream()
                .filter(id -> !id.equals(mine))
                .forEach(sessions::deleteById);
        request.changeSessionId();
    }

    /// The sign-in of this request, whether or not a company is chosen.
    public Optional<SignInId> signedIn(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof UsernamePasswordAuthenticationToken known && known.isAuthenticated()
                ? Optional.of(new SignInId(UUID.fromString(known.getName())))
                : Optional.empty();
    }

    /// The sign-in of this request if it can take on one more company.
    public Optional<SignInId> lasting(HttpServletRequest request) {
        return signedIn(request).filter(signIns::lasts);
    }

    /// Places to work at beside the companies, for example the operator's desk.
    public List<Porter.Place> otherPlaces(SignInId signIn) {
        return places.stream().flatMap(place -> place.of(signIn).stream()).toList();
    }

    /// The company that was chosen on this browser.
    public Optional<OrganizationId> chosen(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(COMPANY) instanceof String company
                ? Optional.of(new OrganizationId(UUID.fromString(company)))
                : Optional.empty();
    }

    Optional<Visit> of(HttpServletRequest request) {
        return chosen(request)
                .flatMap(organization -> signedIn(request).flatMap(signIn -> visit(request, signIn, organization)));
    }

    private Optional<Visit> visit(HttpServletRequest request, SignInId signIn, OrganizationId organization) {
        var memberships = signIns.membershipsAlone(signIn);
        return memberships.stream()
                .filter(membership -> membership.organization().equals(organization))
                .findFirst()
                .flatMap(membership -> people.seat(organization, membership.member()))
                .map(seat -> new Visit(seat.actor(), visitor(seat, memberships.size() + elsewhere(request))));
    }

    /// Remembered at the sign-in, so that no page has to ask.
    private static int elsewhere(HttpServletRequest request) {
        return request.getSession().getAttribute(ELSEWHERE) == null ? 0 : 1;
    }

    private static Visitor visitor(People.Seat seat, int places) {
        var actor = seat.actor();
        Set<Visitor.Mark> marks = EnumSet.noneOf(Visitor.Mark.class);
        if (seat.sample()) {
            marks.add(Visitor.Mark.SAMPLE);
        }
        if (places > 1) {
            marks.add(Visitor.Mark.SEVERAL_COMPANIES);
        }
        var permissions = Arrays.stream(Permission.values())
                .filter(actor::may)
                .map(Permission::name)
                .collect(Collectors.toSet());
        var title = actor.jobTitle() == null ? "" : actor.jobTitle();
        return new Visitor(actor.name(), title, seat.company(), marks, permissions);
    }
}
