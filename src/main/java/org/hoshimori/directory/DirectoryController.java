package org.hoshimori.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.hoshimori.content.Editions;
import org.hoshimori.directory.SearchPage.Words;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Open;
import org.hoshimori.web.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/// The public search and the one permanent page of every number.
@Open("shows accepted declarations with their public fields, which are made to be read by everybody")
@Controller
class DirectoryController {

    private final SearchRepository searches;
    private final DirectoryRepository entries;
    private final Editions editions;
    private final ReaderLimit limit;
    private final Reach reach;
    private final Clock clock;

    DirectoryController(
            SearchRepository searches,
            DirectoryRepository entries,
            Editions editions,
            ReaderLimit limit,
            Reach reach,
            Clock clock) {
        this.searches = searches;
        this.entries = entries;
        this.editions = editions;
        this.limit = limit;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/directory")
    String search(@ModelAttribute SearchForm form, HttpServletRequest request, Locale locale, Model model) {
        if (!limit.mayReadPage(request.getRemoteAddr())) {
            return busy(model);
        }
        var search = form.search();
        var found = searches.find(search, form.cursor());
        var next = found.next() == null ? null : form.address(found.next());
        model.addAttribute("page", new SearchPage(form, search, found.entries(), found.count(), next, words(locale)));
        return "directory/search";
    }

    @GetMapping("/d/{number}")
    String verify(@PathVariable String number, HttpServletRequest request, Locale locale, Model model) {
        if (!limit.mayReadPage(request.getRemoteAddr())) {
            return busy(model);
        }
        var entry = entries.find(number);
        var standing = entry.isPresent()
                ? VerifyPage.Standing.CURRENT
                : entries.stopped(number) ? VerifyPage.Standing.STOPPED : VerifyPage.Standing.UNKNOWN;
        if (standing == VerifyPage.Standing.UNKNOWN) {
            model.addAttribute("status", HttpStatus.NOT_FOUND);
        }
        model.addAttribute(
                "page",
                new VerifyPage(
                        VerifyPage.shown(number),
                        standing,
                        entry.orElse(null),
                        QrCode.of(reach.url("/d/" + VerifyPage.shown(number))),
                        OffsetDateTime.now(clock),
                        words(locale)));
        return "directory/verify";
    }

    @GetMapping("/directory/data")
    String data(Model model) {
        model.addAttribute("fields", DownloadController.FIELDS);
        return "directory/data";
    }

    private static String busy(Model model) {
        model.addAttribute("status", HttpStatus.TOO_MANY_REQUESTS);
        return "directory/busy";
    }

    private Words words(Locale locale) {
        var edition = editions.standard(locale);
        return new Words(
                edition.prefectures().stream().toList(),
                edition.industries().stream().toList());
    }
}
