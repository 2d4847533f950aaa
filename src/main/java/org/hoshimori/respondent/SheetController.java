package org.hoshimori.respondent;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The questions on paper, for people without e-mail: printing the sheet, and typing in what comes back.
@Controller
@Permitted(Permission.LEAD_ROUNDS)
class SheetController {

    private static final int LONGEST_CODE = 20;

    private final Asking asking;
    private final Letters letters;
    private final Rounds rounds;
    private final People people;
    private final Organizations organizations;
    private final Database database;

    SheetController(
            Asking asking,
            Letters letters,
            Rounds rounds,
            People people,
            Organizations organizations,
            Database database) {
        this.asking = asking;
        this.letters = letters;
        this.rounds = rounds;
        this.people = people;
        this.organizations = organizations;
        this.database = database;
    }

    /// The sheets of the chosen people in one file; without any, one blank sheet.
    @GetMapping("/assessments/{id}/sheet.pdf")
    ResponseEntity<byte[]> sheet(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") List<UUID> member, Locale locale) {
        var organization = actor.organization();
        var pdf = database.transact(organization, () -> {
            var round = asking.round(organization, id);
            var chosen = people.all(organization).stream()
                    .filter(one -> member.contains(one.id().value()))
                    .toList();
            if (chosen.size() < member.stream().distinct().count()) {
                throw new NotFound("member");
            }
            return letters.sheet(
                    organizations.company(organization), round, asking.diagnosis(round, locale), chosen, locale);
        });
        return Download.shown("question-sheet.pdf", MediaType.APPLICATION_PDF).body(pdf);
    }

    @GetMapping("/assessments/{id}/paper")
    String code(Actor actor, @PathVariable UUID id, Model model) {
        return code(actor, id, "", Problems.NONE, model);
    }

    /// Finds the person of a sheet by the code printed on it, however it was typed: small letters, wide ones, spaces.
    @PostMapping("/assessments/{id}/paper")
    String open(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String code, Model model) {
        var organization = actor.organization();
        var round = asking.round(organization, id);
        var plain = Normalizer.normalize(code, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        var person = people.all(organization).stream()
                .filter(one -> one.personalCode().equals(plain))
                .findFirst();
        if (person.isEmpty()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            var typed = code.substring(0, Math.min(code.length(), LONGEST_CODE));
            return code(actor, id, typed, Problems.one("code", "respondent.sheet.problem.code"), model);
        }
        return switch (asking.paper(actor, round, person.get())) {
            case Asking.Outcome.Asked asked ->
                "redirect:/assessments/" + id + "/paper/" + asked.respondent().id();
            case Asking.Outcome.Kept _, Asking.Outcome.RoundClosed _ -> "redirect:/results/" + id;
        };
    }

    @GetMapping("/assessments/{id}/paper/{respondent}")
    String entry(Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, Locale locale, Model model) {
        return database.transact(actor.organization(), () -> {
            var sheet = typedIn(actor, id, respondent);
            if (rounds.round(actor.organization(), sheet.round()).closed()) {
                return "redirect:/results/" + id;
            }
            return entry(actor, sheet, null, locale, model);
        });
    }

    @PostMapping("/assessments/{id}/paper/{respondent}")
    String save(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID respondent,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var organization = actor.organization();
        var sheet = typedIn(actor, id, respondent);
        var diagnosis = asking.diagnosis(asking.round(organization, id), locale);
        var form = EntryPage.Form.of(diagnosis, sheet, sent);
        if (!form.problems(diagnosis).none()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return entry(actor, sheet, form, locale, model);
        }
        return switch (asking.save(organization, actor.author(), sheet, form)) {
            case Asking.Outcome.Kept _, Asking.Outcome.Asked _ -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "respondent.sheet.saved");
                yield "redirect:/assessments/" + id + "/paper";
            }
            case Asking.Outcome.RoundClosed _ -> "redirect:/results/" + id;
        };
    }

    private String code(Actor actor, UUID id, String typed, Problems problems, Model model) {
        return database.transact(actor.organization(), () -> {
            var round = asking.round(actor.organization(), id);
            if (round.closed()) {
                return "redirect:/results/" + id;
            }
            var sheets = rounds.respondents(actor.organization(), round.id()).stream()
                    .filter(one -> one.kind() == Respondent.Kind.PAPER)
                    .toList();
            model.addAttribute("round", round);
            model.addAttribute("sheets", sheets);
            model.addAttribute("typed", typed);
            model.addAttribute("problems", problems);
            return "respondent/paper";
        });
    }

    private String entry(Actor actor, Respondent sheet, EntryPage.@Nullable Form typed, Locale locale, Model model) {
        var round = rounds.round(actor.organization(), sheet.round());
        var diagnosis = asking.diagnosis(round, locale);
        var form = typed == null
                ? EntryPage.Form.said(diagnosis, sheet, rounds.answers(actor.organization(), sheet))
                : typed;
        var problems = typed == null ? Problems.NONE : typed.problems(diagnosis);
        model.addAttribute("round", round);
        model.addAttribute("page", new EntryPage(sheet, diagnosis, form, problems, actor.name(), null));
        return "respondent/typing";
    }

    /// A sheet or a department of this round: only these are typed in here. Everybody else answers for themselves.
    private Respondent typedIn(Actor actor, UUID id, UUID respondent) {
        var found = asking.respondent(actor.organization(), asking.round(actor.organization(), id), respondent);
        return switch (found.kind()) {
            case PAPER, DEPARTMENT -> found;
            case MEMBER, COLLEAGUE, CARRIED_OVER -> throw new NotFound("sheet");
        };
    }
}
