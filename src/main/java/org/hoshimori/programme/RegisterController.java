package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Editions;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.programme.Registers.Subsidy;
import org.hoshimori.programme.Registers.Supporter;
import org.hoshimori.web.CalendarDay;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The registers: their public pages, and keeping them.
@Controller
class RegisterController {

    private static final int LONGEST_SEARCH = 100;

    private final Registers registers;
    private final ProgrammeTexts texts;
    private final Programme programme;
    private final Editions editions;

    RegisterController(Registers registers, ProgrammeTexts texts, Programme programme, Editions editions) {
        this.registers = registers;
        this.texts = texts;
        this.programme = programme;
        this.editions = editions;
    }

    /// The public page of a register.
    record Found(
            String words,
            List<Supporter> supporters,
            List<Subsidy> subsidies,
            List<Text> news,
            List<Appendix.Prefecture> prefectures) {

        String place(@Nullable String code) {
            return prefectures.stream()
                    .filter(one -> one.code().equals(code))
                    .map(Appendix.Prefecture::title)
                    .findFirst()
                    .orElse("");
        }
    }

    /// The page on which staff keep the registers.
    record Page(Found found, Map<String, String> typed, Problems problems) {
        String value(String field) {
            return Objects.requireNonNull(typed.getOrDefault(field, ""));
        }
    }

    @Open("a public register; nothing in it belongs to a company of this installation")
    @GetMapping("/supporters")
    ModelAndView supporters(@RequestParam(defaultValue = "") String q, Locale locale) {
        return open("programme/supporters", q, locale);
    }

    @Open("a public register; nothing in it belongs to a company of this installation")
    @GetMapping("/subsidies")
    ModelAndView subsidies(@RequestParam(defaultValue = "") String q, Locale locale) {
        return open("programme/subsidies", q, locale);
    }

    @Open("news of the programme are for everybody")
    @GetMapping("/news")
    ModelAndView news(Locale locale) {
        return open("programme/news", "", locale);
    }

    private ModelAndView open(String view, String words, Locale locale) {
        if (!programme.runs()) {
            throw new NotFound("the programme does not run here");
        }
        return new ModelAndView(view, "page", found(words, locale));
    }

    private Found found(String words, Locale locale) {
        var shown = words.strip();
        var asked = shown.substring(0, Math.min(shown.length(), LONGEST_SEARCH)).replaceAll("\\p{Cntrl}", "");
        return new Found(
                asked,
                registers.supporters(asked),
                registers.subsidies(asked),
                texts.all(Kind.NEWS),
                editions.standard(locale).prefectures());
    }

    @GetMapping("/desk/registers")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView keep(Locale locale) {
        return page(Map.of(), Problems.NONE, locale);
    }

    private ModelAndView page(Map<String, String> typed, Problems problems, Locale locale) {
        var view = new ModelAndView("programme/registers", "page", new Page(found("", locale), typed, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/desk/registers/supporters")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView addSupporter(
            Clerk clerk, @RequestParam Map<String, String> typed, Locale locale, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        needs(typed, "supporter", 200, problems);
        needs(typed, "offers", 2000, problems);
        address(typed, "supporterUrl", problems);
        if (!problems.isEmpty()) {
            return page(typed, new Problems(problems), locale);
        }
        var place = word(typed, "place");
        registers.add(
                clerk,
                word(typed, "supporter"),
                place.matches("[0-9]{2}") ? place : null,
                word(typed, "offers"),
                orNull(word(typed, "supporterUrl")));
        return done(request);
    }

    @PostMapping("/desk/registers/subsidies")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView addSubsidy(
            Clerk clerk, @RequestParam Map<String, String> typed, Locale locale, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        needs(typed, "subsidy", 200, problems);
        needs(typed, "body", 200, problems);
        address(typed, "subsidyUrl", problems);
        var opens = CalendarDay.read(word(typed, "opensOn")).orElse(null);
        var closes = CalendarDay.read(word(typed, "closesOn")).orElse(null);
        if (opens == null) {
            problems.add(new Problem("opensOn", "programme.problem.day", List.of()));
        }
        if ((closes == null && !word(typed, "closesOn").isEmpty())
                || (opens != null && closes != null && closes.isBefore(opens))) {
            problems.add(new Problem("closesOn", "programme.problem.closes", List.of()));
        }
        if (word(typed, "note").length() > 2000) {
            problems.add(new Problem("note", "web.problem.long", List.of()));
        }
        if (opens == null || !problems.isEmpty()) {
            return page(typed, new Problems(problems), locale);
        }
        registers.add(
                clerk,
                new Subsidy(
                        TimeOrderedId.next(),
                        word(typed, "subsidy"),
                        word(typed, "body"),
                        word(typed, "star").equals("2") ? 2 : 1,
                        opens,
                        closes,
                        orNull(word(typed, "subsidyUrl")),
                        word(typed, "note")));
        return done(request);
    }

    @PostMapping("/desk/registers/supporters/{id}/end")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView endSupporter(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        registers.endSupporter(clerk, id);
        return done(request);
    }

    @PostMapping("/desk/registers/subsidies/{id}/remove")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView removeSubsidy(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        registers.removeSubsidy(clerk, id);
        return done(request);
    }

    /// A refused form leaves its address in the browser.
    @GetMapping({"/desk/registers/supporters", "/desk/registers/subsidies"})
    @Staffed(StaffPermission.CONFIGURE)
    String again() {
        return "redirect:/desk/registers";
    }

    private static ModelAndView done(HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.saved");
        return new ModelAndView("redirect:/desk/registers");
    }

    private static void needs(Map<String, String> typed, String field, int most, List<Problem> problems) {
        var value = word(typed, field);
        if (value.isEmpty()) {
            problems.add(new Problem(field, "web.problem.required", List.of()));
        } else if (value.length() > most) {
            problems.add(new Problem(field, "web.problem.long", List.of()));
        } else if (value.matches("(?s).*[\\p{Cntrl}&&[^\\r\\n\\t]].*")) {
            problems.add(new Problem(field, "web.problem.control", List.of()));
        }
    }

    private static void address(Map<String, String> typed, String field, List<Problem> problems) {
        var value = word(typed, field);
        if (value.isEmpty()) {
            return;
        }
        try {
            var uri = new URI(value);
            if (value.length() <= 500
                    && uri.getHost() != null
                    && Objects.toString(uri.getScheme()).matches("https?")) {
                return;
            }
        } catch (URISyntaxException e) {
            // The same sentence as for any other address that nobody can open.
        }
        problems.add(new Problem(field, "programme.problem.url", List.of()));
    }

    private static String word(Map<String, String> typed, String field) {
        return Objects.requireNonNull(typed.getOrDefault(field, "")).strip();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
