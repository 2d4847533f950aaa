package org.hoshimori.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.hoshimori.address.PostalFiles;
import org.hoshimori.address.PostalFiles.Loaded;
import org.hoshimori.address.PostalFiles.Outcome;
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

/// The official postal-code file, loaded by staff.
@Controller
@Staffed(StaffPermission.CONFIGURE)
class PostalController {

    static final String FILE = "/desk/postal/file";

    private final PostalFiles files;
    private final Staff staff;

    PostalController(PostalFiles files, Staff staff) {
        this.files = files;
        this.staff = staff;
    }

    /// @param loaded null while there is none
    record Page(@Nullable Loaded loaded, Problems problems) {}

    @GetMapping("/desk/postal")
    ModelAndView shown() {
        return page(Problems.NONE);
    }

    private ModelAndView page(Problems problems) {
        var view = new ModelAndView(
                "programme/postal", "page", new Page(files.loaded().orElse(null), problems));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @PostMapping(FILE)
    ModelAndView load(
            Clerk clerk, @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request) {
        if (file == null || file.isEmpty()) {
            return page(Problems.one("file", "programme.problem.postal.empty"));
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("^.*[/\\\\]", "");
        return switch (files.load(name, file)) {
            case Outcome.Refused(var reason) -> page(Problems.one("file", "programme.problem.postal." + reason.id()));
            case Outcome.Done(var loaded) -> {
                staff.note(clerk, "postal-loaded", loaded.fileName() + " " + loaded.places());
                RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "programme.toast.postal");
                yield new ModelAndView("redirect:/desk/postal");
            }
        };
    }

    /// A refused form leaves its address in the browser.
    @GetMapping(FILE)
    String again() {
        return "redirect:/desk/postal";
    }
}
