package org.hoshimori.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.desk.ApplicationRepository.Counts;
import org.hoshimori.desk.ApplicationRepository.Heap;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// What lies on the desk: counts, heaps, and the next one to look at.
@Controller
class DeskController {

    static final Duration LEASE = Duration.ofMinutes(15);
    private static final int PAGE = 50;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final ApplicationRepository applications;
    private final Programme programme;
    private final DeskLetters letters;
    private final Editions editions;
    private final Database database;
    private final Clock clock;

    DeskController(
            ApplicationRepository applications,
            Programme programme,
            DeskLetters letters,
            Editions editions,
            Database database,
            Clock clock) {
        this.applications = applications;
        this.programme = programme;
        this.letters = letters;
        this.editions = editions;
        this.database = database;
        this.clock = clock;
    }

    private static LocalDate day(OffsetDateTime at) {
        return LocalDate.ofInstant(at.toInstant(), JAPAN);
    }

    /// Days of the calendar in Japan until it is due.
    static long left(OffsetDateTime handedIn, int daysToDecide, OffsetDateTime now) {
        return daysToDecide - ChronoUnit.DAYS.between(day(handedIn), day(now));
    }

    /// What was handed in before this is late.
    private static OffsetDateTime lateBefore(OffsetDateTime now, int daysToDecide) {
        return day(now).minusDays(daysToDecide).atStartOfDay(JAPAN).toOffsetDateTime();
    }

    /// Whether mails leave.
    enum Post {
        LEAVES,
        WAITS
    }

    /// The desk.
    ///
    /// @param next id after which the next page begins; null on the last
    /// @param daysToDecide an application is due after so many days
    record Page(
            Heap heap,
            List<Application> rows,
            @Nullable UUID next,
            Counts counts,
            int daysToDecide,
            OffsetDateTime now,
            Post post,
            Clerk clerk,
            List<Appendix.Prefecture> prefectures) {

        /// Days of the calendar that are left; negative when it is late.
        long daysLeft(Application application) {
            return left(application.handedInAt(), daysToDecide, now);
        }

        boolean late(Application application) {
            return daysLeft(application) < 0;
        }

        String prefecture(Application application) {
            return prefectures.stream()
                    .filter(one -> one.code().equals(application.snapshot().get("prefecture")))
                    .map(Appendix.Prefecture::title)
                    .findFirst()
                    .orElse("");
        }

        List<Heap> heaps() {
            return List.of(Heap.values());
        }

        boolean decides() {
            return clerk.may(StaffPermission.DECIDE);
        }

        boolean receives() {
            return clerk.may(StaffPermission.RECEIVE);
        }

        static String word(Heap heap) {
            return heap.name().toLowerCase(Locale.ROOT);
        }

        int count(Heap heap) {
            return switch (heap) {
                case WAITING -> counts.waiting();
                case AFTER -> counts.after();
                case RETURNED -> counts.returned();
                case ACCEPTED, CLOSED -> -1;
            };
        }
    }

    @GetMapping({"/desk", "/desk/queue"})
    @Staffed(StaffPermission.VISIT)
    ModelAndView desk(
            Clerk clerk,
            @RequestParam(defaultValue = "waiting") String heap,
            @RequestParam(required = false) @Nullable UUID after,
            Locale locale) {
        var chosen = Arrays.stream(Heap.values())
                .filter(one -> Page.word(one).equals(heap))
                .findFirst()
                .orElseThrow(() -> new NotFound("heap"));
        var settings = programme.settings();
        var now = OffsetDateTime.now(clock);
        return database.across(_ -> {
            var found = clerk.may(StaffPermission.RECEIVE)
                    ? applications.slice(chosen, after, PAGE + 1)
                    : List.<Application>of();
            var more = found.size() > PAGE;
            var rows = more ? found.subList(0, PAGE) : found;
            return new ModelAndView(
                    "desk/desk",
                    "page",
                    new Page(
                            chosen,
                            rows,
                            more ? rows.getLast().id() : null,
                            applications.counts(lateBefore(now, settings.daysToDecide())),
                            settings.daysToDecide(),
                            now,
                            letters.leave() ? Post.LEAVES : Post.WAITS,
                            clerk,
                            editions.standard(locale).prefectures()));
        });
    }

    /// The oldest one that nobody else has before them.
    @PostMapping("/desk/next")
    @Staffed(StaffPermission.RECEIVE)
    String next(Clerk clerk, HttpServletRequest request) {
        var next = applications.claimNext(clerk.id(), null, OffsetDateTime.now(clock), LEASE);
        if (next.isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "desk.toast.nothing");
            return "redirect:/desk";
        }
        return "redirect:/desk/applications/" + next.get();
    }

    @GetMapping("/desk/next")
    @Staffed(StaffPermission.VISIT)
    String again() {
        return "redirect:/desk";
    }
}
