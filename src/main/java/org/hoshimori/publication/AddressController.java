package org.hoshimori.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.CalendarDay;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Recording where the company published its basic policy itself.
@Controller
@Permitted(Permission.KEEP_DOCUMENTS)
class AddressController {

    private final Publications publications;

    AddressController(Publications publications) {
        this.publications = publications;
    }

    /// What the page shows, and what was typed.
    ///
    /// @param asks whether it must be said that the representative approved the policy: no approved one is here
    record Page(
            @Nullable PolicyProof proof,
            String url,
            String seenOn,
            boolean asks,
            boolean approved,
            Problems problems) {}

    @GetMapping("/publication/address")
    ModelAndView address(Actor actor) {
        var proof = publications.proof(actor.organization()).orElse(null);
        return page(new Page(
                proof,
                proof == null ? "https://" : proof.url(),
                (proof == null ? publications.today() : proof.since()).toString(),
                !publications.approvedHere(actor.organization()),
                proof != null,
                Problems.NONE));
    }

    private static ModelAndView page(Page page) {
        var view = new ModelAndView("publication/address", "page", page);
        if (!page.problems().none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/publication/address")
    ModelAndView record(
            Actor actor,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String seenOn,
            @RequestParam(defaultValue = "") String approved,
            HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var typed = url.strip();
        if (typed.length() > 500 || !address(typed)) {
            problems.add(new Problem("url", "publication.problem.url", List.of()));
        } else if (!new PolicyProof(typed, publications.today()).open()) {
            problems.add(new Problem("url", "publication.problem.local", List.of()));
        }
        var day = CalendarDay.read(seenOn).orElse(null);
        if (day == null || day.isAfter(publications.today())) {
            problems.add(new Problem("seenOn", "publication.problem.seen", List.of()));
        }
        var asks = !publications.approvedHere(actor.organization());
        var said = approved.equals("on");
        if (asks && !said) {
            problems.add(new Problem("approved", "publication.problem.approved", List.of()));
        }
        if (day == null || !problems.isEmpty()) {
            var proof = publications.proof(actor.organization()).orElse(null);
            return page(new Page(proof, url, seenOn, asks, said, new Problems(problems)));
        }
        publications.record(actor, new PolicyProof(typed, day));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "publication.toast.recorded");
        return new ModelAndView("redirect:/declaration");
    }

    private static boolean address(String typed) {
        try {
            var uri = new URI(typed);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
