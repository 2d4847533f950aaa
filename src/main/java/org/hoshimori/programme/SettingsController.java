package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.web.CalendarDay;
import org.hoshimori.web.NotFound;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// What the operator words and sets, revision by revision, and the marks.
@Controller
@Staffed(StaffPermission.CONFIGURE)
class SettingsController {

    private static final String SETTINGS = "redirect:/desk/settings";

    private final ProgrammeTexts texts;
    private final Marks marks;
    private final Programme programme;
    private final Clock clock;

    SettingsController(ProgrammeTexts texts, Marks marks, Programme programme, Clock clock) {
        this.texts = texts;
        this.marks = marks;
        this.programme = programme;
        this.clock = clock;
    }

    /// Everything that can be set.
    ///
    /// @param ahead what comes into force on a later day, the nearest first
    record Page(
            List<Text> texts,
            List<Text> ahead,
            List<Marks.Mark> marks,
            Programme.Mode mode,
            Programme.Settings settings,
            Problems problems) {

        List<Text> of(Kind kind) {
            return texts.stream().filter(text -> text.kind() == kind).toList();
        }

        boolean comes(Text text) {
            return ahead.contains(text);
        }

        /// Whether what is in force today becomes something else on a later day.
        boolean changes(Text text) {
            return !comes(text) && ahead.stream().anyMatch(text::same);
        }
    }

    /// One text with its revisions.
    record TextPage(Kind kind, Typed typed, List<Text> history, LocalDate today, Problems problems) {

        boolean ahead(Text text) {
            return text.ahead(history, today);
        }

        /// A text that is there already keeps its name.
        boolean named() {
            return problems.at("name") == null
                    && (!history.isEmpty() || kind.standing().contains(Typed.shown(typed.name())));
        }
    }

    /// One setting: what is set today, what is typed, what was set before.
    record SettingPage(
            String name, Programme.Settings now, Typed typed, List<Text> history, LocalDate today, Problems problems) {

        Programme.Settings of(Text text) {
            return Programme.settings(List.of(text));
        }

        boolean ahead(Text text) {
            return text.ahead(history, today);
        }

        List<String> fields() {
            return List.copyOf(Programme.SWITCHED);
        }

        boolean ticked(String field) {
            return typed.words().contains(field);
        }

        boolean says(String word) {
            return Typed.shown(typed.body()).equals(word);
        }
    }

    /// A text as it is typed.
    ///
    /// @param field the fields that are ticked, where the setting is about them
    record Typed(
            @Nullable String name,
            @Nullable String title,
            @Nullable String body,
            @Nullable String from,
            @Nullable String end,
            @Nullable List<String> field) {

        /// Ticks become the text that is kept: words with a space between them, or a hyphen for none.
        Typed written() {
            if (body != null || !"fields".equals(name)) {
                return this;
            }
            var words = field == null || field.isEmpty() ? "-" : String.join(" ", field);
            return new Typed(name, title, words, from, end, field);
        }

        List<String> words() {
            return List.of(shown(body).split("[\\s,]+"));
        }

        static String shown(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping("/desk/settings")
    ModelAndView settings() {
        return page(Problems.NONE);
    }

    private ModelAndView page(Problems problems) {
        var ahead = texts.ahead();
        var page = new Page(texts.listed(ahead), ahead, marks.all(), programme.mode(), programme.settings(), problems);
        var view = new ModelAndView("programme/settings", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @GetMapping("/desk/settings/{kind}")
    ModelAndView write(@PathVariable String kind) {
        if (kind(kind) == Kind.SETTING) {
            return new ModelAndView(SETTINGS);
        }
        var empty = new Typed("", "", "", LocalDate.now(clock).toString(), null, null);
        return text(kind(kind), empty, List.of(), Problems.NONE);
    }

    @GetMapping("/desk/settings/{kind}/{name}")
    ModelAndView text(@PathVariable String kind, @PathVariable String name) {
        var history = texts.history(kind(kind), name);
        var known = texts.find(kind(kind), name)
                .or(() -> history.stream()
                        .max(Comparator.comparing(Text::inForceFrom).thenComparing(Text::revision)))
                .orElseThrow(() -> new NotFound("text"));
        var today = LocalDate.now(clock);
        var from = known.inForceFrom().isAfter(today) ? known.inForceFrom() : today;
        var typed = new Typed(name, known.title(), known.body(), from.toString(), null, null);
        return text(kind(kind), typed, history, Problems.NONE);
    }

    private ModelAndView text(Kind kind, Typed typed, List<Text> history, Problems problems) {
        var name = Typed.shown(typed.name());
        var today = LocalDate.now(clock);
        var view = kind == Kind.SETTING
                ? new ModelAndView(
                        "programme/setting",
                        "page",
                        new SettingPage(name, programme.settings(), typed, history, today, problems))
                : new ModelAndView("programme/text", "page", new TextPage(kind, typed, history, today, problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping("/desk/settings/{kind}/{name}")
    ModelAndView revise(
            Clerk clerk,
            @PathVariable String kind,
            @PathVariable String name,
            Typed typed,
            HttpServletRequest request) {
        var chosen = kind(kind);
        if (!used(chosen, name)) {
            throw new NotFound("text");
        }
        var named = new Typed(name, typed.title(), typed.body(), typed.from(), typed.end(), typed.field());
        return save(clerk, chosen, named.written(), new ArrayList<>(), request);
    }

    /// A setting, or a text under a name that nobody used: nothing is replaced by mistake.
    @PostMapping("/desk/settings/{kind}")
    ModelAndView add(Clerk clerk, @PathVariable String kind, Typed sent, HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var chosen = kind(kind);
        var typed = sent.written();
        var used = used(chosen, Typed.shown(typed.name()));
        if (chosen == Kind.SETTING && !used) {
            throw new NotFound("setting");
        }
        if (chosen != Kind.SETTING && used) {
            problems.add(new Problem("name", "programme.problem.used", List.of()));
        }
        return save(clerk, chosen, typed, problems, request);
    }

    private ModelAndView save(
            Clerk clerk, Kind chosen, Typed typed, List<Problem> problems, HttpServletRequest request) {
        var name = Typed.shown(typed.name());
        var body = Objects.toString(typed.body(), "").replace("\r\n", "\n").strip();
        if (!name.matches("[a-z0-9-]{1,60}")) {
            problems.add(new Problem("name", "programme.problem.word", List.of()));
        }
        if (Typed.shown(typed.title()).length() > 200) {
            problems.add(new Problem("title", "web.problem.long", List.of()));
        }
        ProgrammeTexts.problem(chosen, name, body).ifPresent(key -> problems.add(new Problem("body", key, List.of())));
        var from = CalendarDay.read(Typed.shown(typed.from())).orElse(null);
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            problems.add(new Problem("from", "programme.problem.from", List.of()));
        }
        if (from == null || !problems.isEmpty()) {
            var wrong = new Problems(problems);
            return text(chosen, typed, wrong.at("name") == null ? texts.history(chosen, name) : List.of(), wrong);
        }
        var state = typed.end() == null ? Text.State.SHOWN : Text.State.ENDED;
        texts.save(clerk, new Draft(chosen, name, Typed.shown(typed.title()), body, from, state));
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.saved");
        return new ModelAndView(SETTINGS);
    }

    /// Whether a name has a text, be it of a later day or ended.
    private boolean used(Kind kind, String name) {
        return kind.standing().contains(name)
                || (kind != Kind.SETTING && !texts.history(kind, name).isEmpty());
    }

    @PostMapping("/desk/marks")
    ModelAndView install(
            Clerk clerk,
            @RequestParam(defaultValue = "1") String star,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (marks.install(clerk, star.equals("2") ? 2 : 1, name, file.getBytes())) {
            case DONE -> {
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.mark");
                yield new ModelAndView(SETTINGS);
            }
            case EMPTY -> page(Problems.one("file", "programme.problem.file.empty"));
            case TOO_LARGE -> page(Problems.one("file", "programme.problem.file.large"));
            case NOT_A_PICTURE -> page(Problems.one("file", "programme.problem.file.type"));
        };
    }

    @PostMapping("/desk/marks/{id}/remove")
    ModelAndView remove(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        if (!marks.remove(clerk, id)) {
            throw new NotFound("mark");
        }
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.mark-removed");
        return new ModelAndView(SETTINGS);
    }

    /// A refused form leaves its address in the browser.
    @GetMapping("/desk/marks")
    String again() {
        return SETTINGS;
    }

    private static Kind kind(String id) {
        return Kind.of(id).orElseThrow(() -> new NotFound("kind of text"));
    }
}
