package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Editions;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.programme.Registers.Form;
import org.hoshimori.programme.Registers.Subsidy;
import org.hoshimori.programme.Registers.Supporter;
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
    private static final String REGISTERS = "/desk/registers";
    private static final String SUPPORTERS = REGISTERS + "/supporters";
    private static final String SUBSIDIES = REGISTERS + "/subsidies";

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

    /// The page on which staff keep the registers, or one entry.
    ///
    /// @param path where the form of one entry goes; empty on the page of all
    record Page(Found found, Form form, String path, LocalDate today, Problems problems) {

        String value(String field) {
            return form.word(field);
        }

        boolean ofSupporter() {
            return path.startsWith(SUPPORTERS);
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

    @GetMapping(REGISTERS)
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView keep(Locale locale) {
        return page("", new Form(Map.of()), Problems.NONE, locale);
    }

    private ModelAndView page(String path, Form form, Problems problems, Locale locale) {
        var found = new Found(
                "",
                path.isEmpty() ? registers.everySupporter() : List.of(),
                path.isEmpty() ? registers.everySubsidy() : List.of(),
                List.of(),
                editions.standard(locale).prefectures());
        var view = new ModelAndView(
                path.isEmpty() ? "programme/registers" : "programme/registerEntry",
                "page",
                new Page(found, form, path, registers.today(), problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping(SUPPORTERS)
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView addSupporter(
            Clerk clerk, @RequestParam Map<String, String> typed, Locale locale, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var form = new Form(typed);
        var supporter = form.supporter(TimeOrderedId.next(), registers.today(), null, problems);
        supporter.ifPresent(one -> registers.put(clerk, one));
        return supporter.isPresent() ? done(request) : page("", form, new Problems(problems), locale);
    }

    @PostMapping(SUBSIDIES)
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView addSubsidy(
            Clerk clerk, @RequestParam Map<String, String> typed, Locale locale, HttpServletRequest request) {
        return save(clerk, TimeOrderedId.next(), "", new Form(typed), locale, request);
    }

    private ModelAndView save(Clerk clerk, UUID id, String path, Form form, Locale locale, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var subsidy = form.subsidy(id, problems).orElse(null);
        if (subsidy == null) {
            return page(path, form, new Problems(problems), locale);
        }
        registers.put(clerk, subsidy);
        return done(request, subsidy.closed(registers.today()) ? "programme.toast.closed" : "programme.toast.saved");
    }

    @GetMapping(SUPPORTERS + "/{id}")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView supporter(@PathVariable UUID id, Locale locale) {
        return page(SUPPORTERS + "/" + id, Form.of(registers.supporter(id)), Problems.NONE, locale);
    }

    @GetMapping(SUBSIDIES + "/{id}")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView subsidy(@PathVariable UUID id, Locale locale) {
        return page(SUBSIDIES + "/" + id, Form.of(registers.subsidy(id)), Problems.NONE, locale);
    }

    @PostMapping(SUPPORTERS + "/{id}")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView changeSupporter(
            Clerk clerk,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var form = new Form(typed);
        var before = registers.supporter(id);
        var supporter = form.supporter(id, before.since(), before.until(), problems);
        supporter.ifPresent(one -> registers.put(clerk, one));
        return supporter.isPresent()
                ? done(request)
                : page(SUPPORTERS + "/" + id, form, new Problems(problems), locale);
    }

    @PostMapping(SUBSIDIES + "/{id}")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView changeSubsidy(
            Clerk clerk,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletRequest request) {
        registers.subsidy(id);
        return save(clerk, id, SUBSIDIES + "/" + id, new Form(typed), locale, request);
    }

    @PostMapping(SUPPORTERS + "/{id}/end")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView endSupporter(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        registers.endSupporter(clerk, id);
        return done(request);
    }

    @PostMapping(SUBSIDIES + "/{id}/remove")
    @Staffed(StaffPermission.CONFIGURE)
    ModelAndView removeSubsidy(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        registers.removeSubsidy(clerk, id);
        return done(request);
    }

    /// A refused form leaves its address in the browser.
    @GetMapping({SUPPORTERS, SUBSIDIES})
    @Staffed(StaffPermission.CONFIGURE)
    String again() {
        return "redirect:" + REGISTERS;
    }

    private static ModelAndView done(HttpServletRequest request) {
        return done(request, "programme.toast.saved");
    }

    private static ModelAndView done(HttpServletRequest request, String toast) {
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + REGISTERS);
    }
}
