package org.hoshimori.handout;

import java.util.Locale;
import java.util.Map;
import org.hoshimori.file.Files;
import org.hoshimori.handout.ReadingPage.Stance;
import org.hoshimori.handout.Readings.Guest;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.hoshimori.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Reading and confirming by a personal link without an account: the one document, and nothing else of the company.
/// Unknown, expired and revoked look alike; tries are counted by the gate. A link that was used still opens, says so,
/// and changes nothing more.
@Open("the link is the proof; it is good for one document and one person")
@Controller
class GuestController {

    private final Readings readings;
    private final Handouts handouts;
    private final Files files;

    GuestController(Readings readings, Handouts handouts, Files files) {
        this.readings = readings;
        this.handouts = handouts;
        this.files = files;
    }

    @GetMapping("/read/{token}")
    String read(
            @PathVariable String token, @RequestParam(defaultValue = "1") String screen, Locale locale, Model model) {
        var guest = readings.guest(token, locale);
        return guest.overtaken() ? overtaken(model) : show(guest, token, screen, Map.of(), model);
    }

    @PostMapping("/read/{token}")
    String confirm(@PathVariable String token, @RequestParam Map<String, String> sent, Locale locale, Model model) {
        return readings.entering(token, caller -> {
            if (caller.overtaken()) {
                return overtaken(model);
            }
            // The text is read only where it has questions: many people press at the same time.
            if (caller.called().quiz()) {
                var given = ReadingController.given(sent);
                var guest = readings.guest(token, locale);
                if (ReadingController.refused(page(guest, token, ReadingPage.END, given))) {
                    model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
                    return show(guest, token, ReadingPage.END, given, model);
                }
            }
            handouts.confirmByLink(caller.organization(), caller.revision(), caller.member());
            return "redirect:/read/{token}?screen=" + ReadingPage.END;
        });
    }

    /// What the company brought instead of a text: as an attachment, never as a page of ours.
    @GetMapping("/read/{token}/file")
    ResponseEntity<byte[]> file(@PathVariable String token, Locale locale) {
        var guest = readings.guest(token, locale);
        var organization = guest.company().id();
        var id = guest.text().revision().file();
        if (id == null || guest.overtaken()) {
            throw new NotFound("file");
        }
        var file = files.find(organization, id).orElseThrow(() -> new NotFound("file"));
        var content = files.content(organization, id).orElseThrow(() -> new NotFound("file"));
        return Download.attached(file.name(), MediaType.parseMediaType(file.mediaType()))
                .body(content);
    }

    /// Not "not found": the link was good, and no guess is counted.
    private static String overtaken(Model model) {
        model.addAttribute("status", HttpStatus.GONE);
        return "handout/overtaken";
    }

    private String show(Guest guest, String token, String screen, Map<String, String> given, Model model) {
        model.addAttribute("page", page(guest, token, screen, given));
        return "handout/reading";
    }

    private static ReadingPage page(Guest guest, String token, String screen, Map<String, String> given) {
        var base = "/read/" + token;
        var stance = guest.text().confirmation() == null ? Stance.ASKED : Stance.CONFIRMED;
        return new ReadingPage(
                guest.text(),
                new ReadingPage.Paths(base, base, base + "/file", ""),
                screen,
                guest.company().name(),
                guest.company().sample() ? ReadingPage.Mark.SAMPLE : ReadingPage.Mark.REAL,
                stance,
                given,
                stance == Stance.ASKED ? ReadingController.problems(guest.text(), given) : Problems.NONE);
    }
}
