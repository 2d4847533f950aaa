package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.programme.Programme.Settings;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The numbers of declarations: the scheme in force, how many are given, and the numbers of an earlier programme, which
/// are kept here so that nobody gets them a second time.
@Controller
@Staffed(StaffPermission.CONFIGURE)
class NumberController {

    static final String FILE = "/desk/numbers/file";

    /// So many lines that are no number are shown.
    private static final int SHOWN = 20;

    private final Numbers numbers;
    private final Programme programme;
    private final Staff staff;

    NumberController(Numbers numbers, Programme programme, Staff staff) {
        this.numbers = numbers;
        this.programme = programme;
        this.staff = staff;
    }

    /// The page.
    ///
    /// @param typed numbers as they were typed
    /// @param looked null before somebody had numbers looked at
    record Page(
            Settings settings,
            Numbers.Counts counts,
            String typed,
            @Nullable Looked looked,
            Problems problems) {

        /// What a number of this scheme looks like.
        String shape() {
            return settings.leading()
                    + "0".repeat(settings.digits() - settings.leading().length());
        }

        String left() {
            return String.format("%,d", Math.max(0, counts.size() - counts.given()));
        }
    }

    /// What would happen.
    ///
    /// @param fresh that nobody has yet
    /// @param known that are kept or given already
    record Looked(int fresh, int known) {}

    /// What stands in a list.
    ///
    /// @param bad places of the lines that are no number, counted from 1
    record Listed(Set<String> numbers, List<Integer> bad) {

        /// One number a line; behind a comma or a tab anything may stand. A head without digits is passed over.
        static Listed of(String text) {
            var numbers = new LinkedHashSet<String>();
            var bad = new ArrayList<Integer>();
            var place = 0;
            for (var line : text.lines().toList()) {
                place++;
                var cell = Normalizer.normalize(line, Normalizer.Form.NFKC)
                        .replaceAll("[,\\t].*", "")
                        .replaceAll("[\\s\"'\\uFEFF-]", "");
                if (cell.matches("[0-9]{4,20}")) {
                    numbers.add(cell);
                } else if (!cell.isEmpty() && (place > 1 || cell.matches(".*[0-9].*"))) {
                    bad.add(place);
                }
            }
            return new Listed(numbers, bad);
        }
    }

    @GetMapping("/desk/numbers")
    ModelAndView shown() {
        return page("", null, Problems.NONE);
    }

    private ModelAndView page(String typed, @Nullable Looked looked, Problems problems) {
        var settings = programme.settings();
        var page = new Page(settings, numbers.counts(settings), typed, looked, problems);
        var view = new ModelAndView("programme/numbers", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping(FILE)
    ModelAndView handOver(
            Clerk clerk,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam Map<String, String> pressed,
            HttpServletRequest request)
            throws IOException {
        var sent = file == null || file.isEmpty() ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        var listed = Listed.of(sent.isEmpty() ? typed : sent);
        if (!listed.bad().isEmpty()) {
            return page(typed, null, Problems.one("typed", "programme.problem.numbers.bad", places(listed.bad())));
        }
        if (listed.numbers().isEmpty()) {
            return page(typed, null, Problems.one("typed", "programme.problem.numbers.none"));
        }
        if (pressed.containsKey("look")) {
            var known = numbers.taken(listed.numbers()).size();
            // A file is chosen only once: its numbers stand in the form from now on.
            var shown = sent.isEmpty() ? typed : String.join("\n", listed.numbers());
            return page(shown, new Looked(listed.numbers().size() - known, known), Problems.NONE);
        }
        var kept = numbers.takeOver(listed.numbers()).size();
        staff.note(clerk, "numbers-handed-over", kept + " / " + listed.numbers().size());
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.numbers");
        return new ModelAndView("redirect:/desk/numbers");
    }

    private static String places(List<Integer> bad) {
        var first = String.join(
                "、", bad.stream().limit(SHOWN).map(Objects::toString).toList());
        return bad.size() > SHOWN ? first + " …" : first;
    }

    /// A refused form leaves its address in the browser.
    @GetMapping(FILE)
    String again() {
        return "redirect:/desk/numbers";
    }
}
