package org.hoshimori.sample;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.access.SignInId;
import org.hoshimori.access.SignIns;
import org.hoshimori.access.Visits;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Shells;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Trying the product with the sample company: from the set-up page, and as one more company of somebody signed in.
@Controller
class SampleController {

    private final Samples samples;
    private final Links links;
    private final SignIns signIns;
    private final Visits visits;

    SampleController(Samples samples, Links links, SignIns signIns, Visits visits) {
        this.samples = samples;
        this.links = links;
        this.signIns = signIns;
        this.visits = visits;
    }

    /// The set-up link is only shown, not used up: the installation still waits for its real company.
    @PostMapping("/setup/{token}/sample")
    @Open("the one-time link of the first start is the proof")
    String visit(
            @PathVariable String token,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (links.open(token, Link.Purpose.SETUP).isEmpty() || !signIns.none()) {
            throw new NotFound("setup");
        }
        visits.begin(request, response, samples.visit(locale));
        flash.addFlashAttribute(Shells.TOAST, "sample.begun");
        return "redirect:/";
    }

    @GetMapping("/sample")
    @Permitted(Permission.USE)
    String page(Actor actor, HttpServletRequest request, Model model) {
        var inside = samples.isSample(actor.organization());
        var exists = inside || samples.of(signedIn(request)).isPresent();
        model.addAttribute("page", new SamplePage(inside, inside && actor.may(Permission.OWN), exists));
        return "sample/sample";
    }

    @PostMapping("/sample")
    @Permitted(Permission.USE)
    String join(Locale locale, HttpServletRequest request, RedirectAttributes flash) {
        var signIn = signedIn(request);
        visits.choose(request, signIn, samples.join(signIn, locale));
        flash.addFlashAttribute(Shells.TOAST, "sample.begun");
        return "redirect:/";
    }

    @GetMapping("/sample/remove")
    @Permitted(Permission.OWN)
    String confirm(Actor actor) {
        if (!samples.isSample(actor.organization())) {
            throw new NotFound("sample");
        }
        return "sample/remove";
    }

    @PostMapping("/sample/remove")
    @Permitted(Permission.OWN)
    String remove(Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        var signIn = signedIn(request);
        samples.remove(actor);
        var left = signIns.memberships(signIn);
        if (left.isEmpty()) {
            request.getSession().invalidate();
            return "redirect:/sample/removed";
        }
        flash.addFlashAttribute(Shells.TOAST, "sample.gone");
        if (left.size() > 1) {
            return "redirect:/companies";
        }
        visits.choose(request, signIn, left.getFirst().organization());
        return "redirect:/";
    }

    @GetMapping("/sample/removed")
    @Open("says only that the sample is gone and how to begin")
    String removed() {
        return "sample/removed";
    }

    private SignInId signedIn(HttpServletRequest request) {
        return visits.signedIn(request).orElseThrow(() -> new NotFound("sign-in"));
    }
}
