package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The operator's people: the page for heads, and setting oneself up by a one-time link.
@Controller
class StaffController {

    private static final int RECORDS = 50;

    private final Staff staff;
    private final Door door;
    private final Reach reach;

    StaffController(Staff staff, Door door, Reach reach) {
        this.staff = staff;
        this.door = door;
        this.reach = reach;
    }

    /// What signing in is made of.
    @Component
    record Door(SignIns signIns, Passwords passwords, Visits visits, Attempts attempts) {}

    /// The list of staff.
    record Page(
            List<Staff.Colleague> staff, List<Staff.Done> done, String name, Set<StaffRole> roles, Problems problems) {
        List<StaffRole> everyRole() {
            return List.of(StaffRole.values());
        }

        /// Where a colleague's row names what is wrong with it.
        static String field(UUID id) {
            return "colleague-" + id;
        }

        List<StaffPermission> permissions() {
            return List.of(StaffPermission.values());
        }
    }

    /// Who sets themselves up.
    ///
    /// @param signedInAs address of the sign-in that takes the invitation up; null when a new one is made
    record SetUp(String name, String email, @Nullable String signedInAs, Problems problems) {}

    /// What is typed to set oneself up.
    record Typed(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password) {
        static String shown(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping("/desk/staff")
    @Staffed(StaffPermission.APPOINT)
    ModelAndView staff() {
        return page("", EnumSet.of(StaffRole.RECEPTION), Problems.NONE);
    }

    private ModelAndView page(String name, Set<StaffRole> roles, Problems problems) {
        var view = new ModelAndView(
                "programme/staff", "page", new Page(staff.all(), staff.newest(RECORDS), name, roles, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/desk/staff")
    @Staffed(StaffPermission.APPOINT)
    ModelAndView invite(
            Clerk clerk,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) List<String> role,
            HttpServletRequest request) {
        var roles = roles(role);
        if (name.isBlank() || name.length() > 100 || name.matches(".*\\p{Cntrl}.*")) {
            return page(name, roles, Problems.one("name", "programme.problem.name"));
        }
        if (roles.isEmpty()) {
            return page(name, roles, Problems.one("role", "programme.problem.role"));
        }
        var token = staff.invite(clerk, name.strip(), roles);
        RequestContextUtils.getOutputFlashMap(request).put("link", reach.url("/desk/set-up/" + token));
        return new ModelAndView("redirect:/desk/staff");
    }

    @PostMapping("/desk/staff/{id}/roles")
    @Staffed(StaffPermission.APPOINT)
    ModelAndView changeRoles(
            Clerk clerk,
            @PathVariable UUID id,
            @RequestParam(required = false) List<String> role,
            HttpServletRequest request) {
        var roles = roles(role);
        return roles.isEmpty()
                ? refused(id, "programme.problem.role")
                : answered(id, staff.roles(clerk, id, roles), "programme.toast.roles", request);
    }

    @PostMapping("/desk/staff/{id}/leave")
    @Staffed(StaffPermission.APPOINT)
    ModelAndView leave(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        return answered(id, staff.leave(clerk, id), "programme.toast.left", request);
    }

    private ModelAndView answered(UUID id, Staff.Outcome outcome, String toast, HttpServletRequest request) {
        return switch (outcome) {
            case Staff.Outcome.Changed _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
                yield new ModelAndView("redirect:/desk/staff");
            }
            case Staff.Outcome.LastHead _ -> refused(id, "programme.problem.last-head");
        };
    }

    private ModelAndView refused(UUID id, String key) {
        return page("", EnumSet.of(StaffRole.RECEPTION), Problems.one(Page.field(id), key));
    }

    private static Set<StaffRole> roles(@Nullable List<String> typed) {
        var roles = EnumSet.noneOf(StaffRole.class);
        if (typed != null) {
            typed.forEach(id -> StaffRole.of(id).ifPresent(roles::add));
        }
        return roles;
    }

    @Open("the one-time link is the proof")
    @GetMapping("/desk/set-up/{token}")
    ModelAndView askSetUp(@PathVariable String token, HttpServletRequest request) {
        staff.link(token);
        return setUp(new Typed("", "", ""), Problems.NONE, request);
    }

    @Open("the one-time link is the proof")
    @PostMapping("/desk/set-up/{token}")
    ModelAndView setUp(@PathVariable String token, Typed typed, ServletWebRequest web) {
        staff.link(token);
        var request = web.getRequest();
        var known = door.visits().lasting(request);
        var problems = problems(typed, known.isPresent(), request);
        if (!problems.none()) {
            return setUp(typed, problems, request);
        }
        var signIn = known.orElseGet(
                () -> door.signIns().create(Typed.shown(typed.email()), Objects.toString(typed.password(), "")));
        staff.join(token, signIn, Typed.shown(typed.name()));
        door.visits().begin(request, Objects.requireNonNull(web.getResponse()), signIn);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.welcome");
        return new ModelAndView("redirect:/desk");
    }

    private Problems problems(Typed typed, Boolean signedIn, HttpServletRequest request) {
        var name = Typed.shown(typed.name());
        if (name.isEmpty() || name.length() > 100 || name.matches(".*\\p{Cntrl}.*")) {
            return Problems.one("name", "programme.problem.name");
        }
        if (signedIn) {
            return Problems.NONE;
        }
        var email = Typed.shown(typed.email());
        if (!email.matches("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,180}")) {
            return Problems.one("email", "access.problem.email");
        }
        if (!door.attempts().allowed("staff:" + email, request.getRemoteAddr())) {
            return Problems.one("email", "access.problem.often");
        }
        var password = door.passwords().problem(Objects.toString(typed.password(), ""), email);
        if (password.isPresent()) {
            return Problems.one("password", password.get());
        }
        return door.signIns().exists(email) ? Problems.one("email", "programme.problem.sign-in-first") : Problems.NONE;
    }

    private ModelAndView setUp(Typed typed, Problems problems, HttpServletRequest request) {
        var signedInAs =
                door.visits().lasting(request).flatMap(door.signIns()::email).orElse(null);
        var view = new ModelAndView(
                "programme/setUp",
                "page",
                new SetUp(Typed.shown(typed.name()), Typed.shown(typed.email()), signedInAs, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
