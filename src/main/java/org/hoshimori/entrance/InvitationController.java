package org.hoshimori.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.ServletWebRequest;

/// Accepting an invitation, with a new sign-in or the one that is there.
@Controller
class InvitationController {

    private final Invitations invitations;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Visits visits;
    private final Attempts attempts;

    InvitationController(
            Invitations invitations, SignIns signIns, Passwords passwords, Visits visits, Attempts attempts) {
        this.invitations = invitations;
        this.signIns = signIns;
        this.passwords = passwords;
        this.visits = visits;
        this.attempts = attempts;
    }

    @Open("the link is the proof")
    @GetMapping("/invitation/{token}")
    String open(@PathVariable String token, Model model, HttpServletRequest request) {
        return page(token, new NewSignInForm("", ""), Problems.NONE, model, request);
    }

    /// A new sign-in; whoever has one already may use its password here as well.
    @Open("the link is the proof")
    @PostMapping("/invitation/{token}")
    String accept(
            @PathVariable String token,
            @Valid NewSignInForm form,
            BindingResult errors,
            Model model,
            ServletWebRequest web) {
        var request = web.getRequest();
        var problems = errors.hasErrors() ? Problems.of(errors) : form.problems(passwords);
        if (problems.none() && !attempts.allowed("invitation:" + form.address(), request.getRemoteAddr())) {
            problems = Problems.one("email", "access.problem.often");
        }
        if (!problems.none()) {
            return page(token, form, problems, model, request);
        }
        return switch (invitations.accept(token, form.address(), form.secret())) {
            case InvitationOutcome.Accepted accepted -> {
                visits.begin(request, Objects.requireNonNull(web.getResponse()), accepted.signIn());
                yield enter(accepted, request);
            }
            case InvitationOutcome.Gone() -> throw new NotFound("invitation");
            case InvitationOutcome.Refused(var reason) ->
                page(token, form, Problems.one("email", reason), model, request);
        };
    }

    @Open("the link is the proof; the sign-in is asked for here")
    @PostMapping("/invitation/{token}/acceptance")
    String acceptSignedIn(@PathVariable String token, Model model, HttpServletRequest request) {
        var signIn = visits.lasting(request);
        if (signIn.isEmpty()) {
            return "redirect:/invitation/" + token;
        }
        return switch (invitations.accept(token, signIn.get())) {
            case InvitationOutcome.Accepted accepted -> enter(accepted, request);
            case InvitationOutcome.Gone() -> throw new NotFound("invitation");
            case InvitationOutcome.Refused(var reason) ->
                page(token, new NewSignInForm("", ""), Problems.one("accept", reason), model, request);
        };
    }

    private String enter(InvitationOutcome.Accepted accepted, HttpServletRequest request) {
        visits.choose(request, accepted.signIn(), accepted.organization());
        return "redirect:/";
    }

    private String page(String token, NewSignInForm form, Problems problems, Model model, HttpServletRequest request) {
        var invited = invitations.open(token).orElseThrow(() -> new NotFound("invitation"));
        var address = visits.lasting(request).flatMap(signIns::email).orElse(null);
        model.addAttribute("page", new InvitationPage(token, invited, address, form, problems));
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "entrance/invitation";
    }
}
