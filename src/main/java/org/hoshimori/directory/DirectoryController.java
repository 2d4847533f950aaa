package org.hoshimori.directory;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.directory.SearchPage.Words;
import org.hoshimori.paper.QrCode;
import org.hoshimori.web.Open;
import org.hoshimori.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/// The public search and the one permanent page of every number.
@Open("shows accepted declarations with their public fields, which are made to be read by everybody")
@Controller
class DirectoryController {

    private final SearchRepository searches;
    private final DirectoryRepository entries;
    private final Wordings wordings;
    private final ReaderLimit limit;
    private final Reach reach;
    private final Clock clock;

    DirectoryController(
            SearchRepository searches,
            DirectoryRepository entries,
            Wordings wordings,
            ReaderLimit limit,
            Reach reach,
            Clock clock) {
        this.searches = searches;
        this.entries = entries;
        this.wordings = wordings;
        this.limit = limit;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/directory")
    @Nullable
    String search(ServletWebRequest web, Locale locale, Model model) {
        if (!limit.mayReadPage(web.getRequest().getRemoteAddr())) {
            return busy(web, model);
        }
        var words = words(locale);
        if (known(web, entries.version(), words)) {
            return null;
        }
        var form = SearchForm.of(web::getParameter);
        var search = form.search();
        var found = searches.find(search, form.cursor());
        var next = found.next() == null ? null : form.address(found.next());
        model.addAttribute("page", new SearchPage(form, search, found.entries(), found.count(), next, words));
        return "directory/search";
    }

    @GetMapping("/d/{number}")
    @Nullable
    String verify(@PathVariable String number, ServletWebRequest web, Locale locale, Model model) {
        if (!limit.mayReadPage(web.getRequest().getRemoteAddr())) {
            return busy(web, model);
        }
        var words = words(locale);
        var kept = entries.kept(number).orElse(null);
        // The page says at which minute it was checked.
        var minute = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        if (known(web, kept == null ? minute : kept.changedAt(), List.of(minute, words))) {
            return null;
        }
        var standing = standing(kept);
        if (standing == VerifyPage.Standing.UNKNOWN) {
            model.addAttribute("status", HttpStatus.NOT_FOUND);
        }
        model.addAttribute(
                "page",
                new VerifyPage(
                        VerifyPage.shown(number),
                        standing,
                        kept == null ? null : kept.entry(),
                        QrCode.of(reach.url("/d/" + VerifyPage.shown(number))),
                        OffsetDateTime.now(clock),
                        words));
        return "directory/verify";
    }

    /// @param kept null for a number that was never given
    private static VerifyPage.Standing standing(DirectoryRepository.@Nullable Kept kept) {
        if (kept == null) {
            return VerifyPage.Standing.UNKNOWN;
        }
        return kept.entry() == null ? VerifyPage.Standing.STOPPED : VerifyPage.Standing.CURRENT;
    }

    @GetMapping("/directory/data")
    String data(Model model) {
        model.addAttribute("fields", DownloadController.FIELDS);
        return "directory/data";
    }

    /// Whether the reader has this very page; then only 304 goes back. Whoever is signed in sees more than the
    /// directory in the page and always gets it new.
    ///
    /// @param version of what it tells of; another one after every change
    private boolean known(ServletWebRequest web, Object version, Object rest) {
        var request = web.getRequest();
        if (request.getUserPrincipal() != null) {
            return false;
        }
        var response = Objects.requireNonNull(web.getResponse());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        var seen = Objects.hash(
                version,
                request.getRequestURI(),
                request.getQueryString(),
                request.getHeader(HttpHeaders.COOKIE),
                rest);
        return web.checkNotModified("W/\"" + Integer.toHexString(seen) + "\"");
    }

    private static String busy(ServletWebRequest web, Model model) {
        Objects.requireNonNull(web.getResponse()).setHeader(HttpHeaders.RETRY_AFTER, "60");
        model.addAttribute("status", HttpStatus.TOO_MANY_REQUESTS);
        return "directory/busy";
    }

    private Words words(Locale locale) {
        var edition = wordings.edition(locale);
        return new Words(edition.prefectures(), edition.industries());
    }
}
