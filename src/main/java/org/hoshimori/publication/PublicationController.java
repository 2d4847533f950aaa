package org.hoshimori.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Publishing the basic policy here, moving it to another name, taking it away.
@Controller
@Permitted(Permission.KEEP_DOCUMENTS)
class PublicationController {

    private final Publications publications;
    private final Organizations organizations;
    private final Database database;
    private final Reach reach;

    PublicationController(Publications publications, Organizations organizations, Database database, Reach reach) {
        this.publications = publications;
        this.organizations = organizations;
        this.database = database;
        this.reach = reach;
    }

    /// @param own where it is public here; null where it is not
    /// @param code the address as a QR code; null with it
    /// @param elsewhere where the company published it itself
    /// @param reachable false while only this machine can open the pages
    /// @param hindrance why it cannot be published now, in one word; null when it can
    record Page(
            @Nullable PolicyProof own,
            @Nullable QrCode code,
            @Nullable PolicyProof elsewhere,
            @Nullable String hindrance,
            String slug,
            boolean reachable,
            Problems problems) {}

    @GetMapping("/publication")
    ModelAndView publication(Actor actor) {
        return page(actor, null, Problems.NONE);
    }

    private ModelAndView page(Actor actor, @Nullable String typed, Problems problems) {
        var organization = actor.organization();
        var view = new ModelAndView("publication/publication");
        view.addObject("page", database.transact(organization, () -> {
            var own = publications.own(organization).orElse(null);
            return new Page(
                    own,
                    own == null ? null : QrCode.of(own.url()),
                    publications.elsewhere(organization).orElse(null),
                    publications.hindrance(organization).orElse(null),
                    typed != null ? typed : own != null ? name(own) : suggestion(actor),
                    reach.fromElsewhere(),
                    problems);
        }));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static String name(PolicyProof own) {
        var parts = own.url().split("/");
        return parts[parts.length - 2];
    }

    /// The letters of the name that an address can hold; else a beginning that leaves the rest to the company.
    private String suggestion(Actor actor) {
        var name = organizations.company(actor.organization()).name();
        var letters = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return letters.length() < 3 ? "" : letters.substring(0, Math.min(40, letters.length()));
    }

    @PostMapping("/publication")
    ModelAndView publish(Actor actor, @RequestParam(defaultValue = "") String slug, HttpServletRequest request) {
        return switch (publications.publish(actor, slug)) {
            case Publications.PublishOutcome.Published _ -> done(request, "publication.toast.published");
            case Publications.PublishOutcome.Refused refused ->
                page(actor, slug, new Problems(List.of(new Problem("slug", refused.problem(), List.of()))));
        };
    }

    @PostMapping("/publication/withdraw")
    ModelAndView withdraw(Actor actor, HttpServletRequest request) {
        publications.withdraw(actor);
        return done(request, "publication.toast.withdrawn");
    }

    private static ModelAndView done(HttpServletRequest request, String toast) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:/publication");
    }
}
