package org.hoshimori.entrance;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.access.Attempts;
import org.hoshimori.access.Passwords;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Getting back in: by mail, through a colleague, or with the recovery code.
@Controller
class ResetController {

    private final Resets resets;
    private final Letters letters;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Visits visits;
    private final Attempts attempts;

    ResetController(
            Resets resets, Letters letters, SignIns signIns, Passwords passwords, Visits visits, Attempts attempts) {
        this.resets = resets;
        this.letters = letters;
        this.signIns = signIns;
        this.passwords = passwords;
        this.visits = visits;
        this.attempts = attempts;
    }

    @Open("whoever forgot the password is not known")
    @GetMapping("/forgot")
    String forgot(Model model) {
        return forgot("", Problems.NONE, model);
    }

    @Open("whoever forgot the password is not known; the answer is always the same")
    @PostMapping("/forgot")
    String ask(
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            Model model,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var address = email.strip();
        if (!address.contains("@") || address.length() > 254) {
            return forgot(email, Problems.one("email", "access.problem.email"), model);
        }
        if (!attempts.allowed("forgot:" + address, request.getRemoteAddr())) {
            return forgot(email, Problems.one("email", "access.problem.often"), model);
        }
        resets.ask(address, locale);
        flash.addFlashAttribute(Shells.TOAST, "entrance.forgot.asked");
        return "redirect:/forgot";
    }

    private String forgot(String email, Problems problems, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("problems", problems);
        model.addAttribute("mail", letters.leave());
        refuse(problems, model);
        return "entrance/forgot";
    }

    @Open("the link is the proof")
    @GetMapping("/reset/{token}")
    String open(@PathVariable String token, Model model) {
        return newPassword(token, Problems.NONE, model);
    }

    @Open("the link is the proof")
    @PostMapping("/reset/{token}")
    String reset(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            Model model,
            RedirectAttributes flash) {
        var address = resets.address(token).orElseThrow(() -> new NotFound("reset"));
        var problems = new NewSignInForm(address, password).problems(passwords);
        if (!problems.none()) {
            return newPassword(token, problems, model);
        }
        var signIn = resets.reset(token, password).orElseThrow(() -> new NotFound("reset"));
        visits.endAll(signIn);
        flash.addFlashAttribute(Shells.TOAST, "entrance.reset.done");
        return "redirect:/sign-in";
    }

    private String newPassword(String token, Problems problems, Model model) {
        model.addAttribute("email", resets.address(token).orElseThrow(() -> new NotFound("reset")));
        model.addAttribute("problems", problems);
        refuse(problems, model);
        return "entrance/reset";
    }

    @Open("the code on the owner's paper is the proof")
    @GetMapping("/recover")
    String recover(Model model) {
        return recover(RecoverForm.EMPTY, Problems.NONE, model);
    }

    @Open("the code on the owner's paper is the proof")
    @PostMapping("/recover")
    String recover(@Valid RecoverForm form, BindingResult errors, Model model, ServletWebRequest web) {
        var request = web.getRequest();
        var problems = errors.hasErrors() ? Problems.of(errors) : form.signIn().problems(passwords);
        var person = "recover:" + form.signIn().address();
        if (problems.none() && !attempts.allowed(person, request.getRemoteAddr())) {
            problems = Problems.one("email", "access.problem.often");
        }
        if (!problems.none()) {
            return recover(form, problems, model);
        }
        var signIn = signIns.checkRecovery(form.signIn().address(), Objects.requireNonNull(form.code()));
        if (signIn.isEmpty()) {
            return recover(form, Problems.one("email", "entrance.problem.code"), model);
        }
        attempts.succeeded(person);
        var code = resets.recover(signIn.get(), form.signIn().secret());
        visits.endAll(signIn.get());
        visits.begin(request, Objects.requireNonNull(web.getResponse()), signIn.get());
        RequestContextUtils.getOutputFlashMap(request).put("recoveryCode", code);
        return "redirect:/setup-done";
    }

    private static String recover(RecoverForm form, Problems problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        refuse(problems, model);
        return "entrance/recover";
    }

    private static void refuse(Problems problems, Model model) {
        if (!problems.none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
