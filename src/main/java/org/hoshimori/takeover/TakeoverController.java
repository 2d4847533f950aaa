package org.hoshimori.takeover;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.takeover.TakeoverPage.Choosing;
import org.hoshimori.takeover.Takeovers.Answer;
import org.hoshimori.takeover.Takeovers.Outcome;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// A list of declarations comes in: bring it, look at the dry run, correct its columns, start, watch, stop.
@Controller
@Staffed(StaffPermission.DECIDE)
class TakeoverController {

    static final String FILES = "/desk/takeover/files";

    private static final String LIST = "/desk/takeover";
    private static final int RUNS = 20;

    private final Takeovers takeovers;
    private final TakeoverRepository runs;
    private final Database database;
    private final MessageSource messages;
    private final Words words = new Words();

    TakeoverController(Takeovers takeovers, TakeoverRepository runs, Database database, MessageSource messages) {
        this.takeovers = takeovers;
        this.runs = runs;
        this.database = database;
        this.messages = messages;
    }

    @GetMapping(LIST)
    ModelAndView choose() {
        return choosing(Problems.NONE);
    }

    /// A refused form leaves its address in the browser.
    @GetMapping(FILES)
    String again() {
        return "redirect:" + LIST;
    }

    @PostMapping(FILES)
    ModelAndView bring(Clerk clerk, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return choosing(Problems.one("file", "takeover.refused.empty"));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("^.*[/\\\\]", "");
        return switch (takeovers.bring(clerk, name, file)) {
            case Outcome.Refused(var reason) -> choosing(Problems.one("file", "takeover.refused." + reason));
            case Outcome.Kept(var id) -> new ModelAndView("redirect:" + LIST + "/" + id);
        };
    }

    private ModelAndView choosing(Problems problems) {
        return view(
                "takeover/choose", new Choosing(runs.newest(RUNS), TakeoverConfig.MOST_MEGABYTES, problems), problems);
    }

    private static ModelAndView view(String template, Object page, Problems problems) {
        var view = new ModelAndView(template, "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /// While the job works, the page asks for itself every few seconds, without a script.
    @GetMapping("/desk/takeover/{id}")
    ModelAndView look(@PathVariable UUID id, HttpServletResponse response) {
        var page = page(id, Problems.NONE);
        if (page.run().state().works()) {
            response.setHeader("Refresh", "5");
        }
        return view("takeover/run", page, Problems.NONE);
    }

    private TakeoverPage page(UUID id, Problems problems) {
        return database.across(_ -> {
            var run = one(id);
            var first = runs.chunk(id, 0).map(Rows::list).orElse(List.of());
            return new TakeoverPage(
                    run,
                    first.subList(0, Math.min(60, first.size())),
                    runs.troubles(id, TakeoverPage.SHOWN + 1),
                    words,
                    problems);
        });
    }

    private Run one(UUID id) {
        return runs.find(id).orElseThrow(() -> new NotFound("takeover"));
    }

    /// Says which column is which; a column chosen twice stays with the first.
    @PostMapping("/desk/takeover/{id}/columns")
    ModelAndView columns(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(defaultValue = "1") String header) {
        Map<Column, Integer> chosen = new EnumMap<>(Column.class);
        var sent = Objects.requireNonNullElse(column, List.<String>of());
        for (var place = 0; place < Math.min(sent.size(), Rows.MOST_COLUMNS); place++) {
            var here = place;
            Column.of(sent.get(place)).ifPresent(one -> chosen.putIfAbsent(one, here));
        }
        if (!header.matches("[0-9]{1,3}")) {
            return refused(id, "header", "takeover.problem.header");
        }
        return takeovers.columns(id, new ColumnMap(Integer.parseInt(header), chosen)) == Answer.DONE
                ? new ModelAndView("redirect:" + LIST + "/" + id)
                : refused(id, "run", "takeover.problem.not-now");
    }

    @PostMapping("/desk/takeover/{id}/start")
    ModelAndView start(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        return answered(id, takeovers.start(clerk, id), "takeover.toast.started", request);
    }

    @PostMapping("/desk/takeover/{id}/cancel")
    ModelAndView cancel(Clerk clerk, @PathVariable UUID id, HttpServletRequest request) {
        return answered(id, takeovers.cancel(clerk, id), "takeover.toast.cancelled", request);
    }

    private ModelAndView answered(UUID id, Answer answer, String toast, HttpServletRequest request) {
        if (answer == Answer.NOT_NOW) {
            return refused(id, "run", "takeover.problem.not-now");
        }
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, toast);
        return new ModelAndView("redirect:" + LIST + "/" + id);
    }

    private ModelAndView refused(UUID id, String field, String key) {
        var problems = Problems.one(field, key);
        return view("takeover/run", page(id, problems), problems);
    }

    /// Everything that is wrong, for whoever puts the list right.
    @GetMapping("/desk/takeover/{id}/troubles.csv")
    void troubles(@PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        one(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"troubles.csv\"");
        try (var csv = new CsvPaper(response.getOutputStream())) {
            csv.row("line", "column", "result", "reason", "typed");
            runs.eachTrouble(
                    id,
                    trouble -> csv.row(
                            String.valueOf(trouble.line()),
                            words.official(trouble.field()),
                            text("takeover.weight." + trouble.weight().id(), locale),
                            text(trouble.key(), locale, trouble.named()),
                            trouble.typed()));
        }
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
