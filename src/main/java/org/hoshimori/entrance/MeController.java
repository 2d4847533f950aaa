package org.hoshimori.entrance;

import jakarta.servlet.http.HttpServletRequest;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Signup;
import org.hoshimori.access.Visits;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page about oneself: password, recovery code, leaving.
@Controller
class MeController {

    private final Resets resets;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Visits visits;
    private final Attempts attempts;
    private final Signup signup;

    MeController(
            Resets resets,
            SignIns signIns,
            Passwords passwords,
            Visits visits,
            Attempts attempts,
            @Value("${hoshimori.signup:closed}") Signup signup) {
        this.resets = resets;
        this.signIns = signIns;
        this.passwords = passwords;
        this.visits = visits;
        this.attempts = attempts;
        this.signup = signup;
    }

    @GetMapping("/me")
    @Permitted(Permission.USE)
    String me(Actor actor, Model model, HttpServletRequest request) {
        return page(actor, mine(request), Problems.NONE, model);
    }

    @PostMapping("/me/password")
    @Permitted(Permission.USE)
    String changePassword(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var signIn = mine(request);
        var problems = proof("current", current, signIn, request);
        if (problems.none()) {
            problems = new NewSignInForm(email(signIn), password).problems(passwords);
        }
        if (!problems.none()) {
            return page(actor, signIn, problems, model);
        }
        resets.change(signIn, password);
        visits.endOthers(request, signIn);
        flash.addFlashAttribute(Shells.TOAST, "entrance.me.password.done");
        return "redirect:/me";
    }

    @PostMapping("/me/recovery-code")
    @Permitted(Permission.OWN)
    String renewRecoveryCode(
            Actor actor,
            @RequestParam(defaultValue = "") String proof,
            Model model,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var signIn = mine(request);
        var problems = proof("proof", proof, signIn, request);
        if (!problems.none()) {
            return page(actor, signIn, problems, model);
        }
        flash.addFlashAttribute("recoveryCode", resets.renewRecoveryCode(signIn));
        return "redirect:/setup-done";
    }

    /// A browser left open is not enough to change how somebody signs in.
    private Problems proof(String field, String password, SignInId signIn, HttpServletRequest request) {
        var person = "proof:" + signIn;
        if (!attempts.allowed(person, request.getRemoteAddr())) {
            return Problems.one(field, "access.problem.often");
        }
        if (!signIns.isPassword(signIn, password)) {
            return Problems.one(field, "entrance.problem.current");
        }
        attempts.succeeded(person);
        return Problems.NONE;
    }

    private SignInId mine(HttpServletRequest request) {
        return visits.signedIn(request).orElseThrow(() -> new NotFound("sign-in"));
    }

    private String email(SignInId signIn) {
        return signIns.email(signIn).orElseThrow(() -> new NotFound("sign-in"));
    }

    private String page(Actor actor, SignInId signIn, Problems problems, Model model) {
        var roles = actor.roles().stream().sorted().toList();
        model.addAttribute("page", new MePage(email(signIn), roles, signup, problems));
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "entrance/me";
    }
}
