package org.hoshimori.desk;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hoshimori.content.Edition;
import org.hoshimori.desk.Statistics.By;
import org.hoshimori.desk.Statistics.Line;
import org.hoshimori.paper.CsvPaper;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.StaffPermission;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// How many declared: for everybody with small counts left out, for staff in full.
@Controller
class StatisticsController {

    private final Statistics statistics;
    private final Programme programme;

    StatisticsController(Statistics statistics, Programme programme) {
        this.statistics = statistics;
        this.programme = programme;
    }

    /// Whom the counts are for.
    enum Reader {
        PUBLIC,
        STAFF
    }

    /// The page.
    record Page(
            List<Line> stars,
            List<Line> months,
            List<Line> industries,
            List<Line> prefectures,
            List<Line> sizes,
            Edition edition,
            Reader reader) {

        static long shown(Line line) {
            return line.both() == null ? 0 : line.both();
        }

        long most(List<Line> lines) {
            return Math.max(1, lines.stream().mapToLong(Page::shown).max().orElse(1));
        }

        /// Every prefecture where it lies; without a line nobody declared there.
        List<Tile> tiles() {
            return edition.prefectures().stream()
                    .map(one -> {
                        var line = prefectures.stream()
                                .filter(counted -> counted.key().equals(one.code()))
                                .findFirst()
                                .orElse(new Line(one.code(), 0L, 0L, 0L));
                        var label = one.title().replaceFirst("[県府都]$", "");
                        return new Tile(line, label, shade(line), Statistics.tile(one.code()));
                    })
                    .toList();
        }

        /// Those the legend explains.
        List<String> shades() {
            return reader == Reader.PUBLIC ? List.of("0", "few", "1", "2", "3", "4") : List.of("0", "1", "2", "3", "4");
        }

        /// 0 to 4, for the shade of a tile; what is left out is none of them.
        private String shade(Line line) {
            return line.both() == null
                    ? "few"
                    : String.valueOf(shown(line) == 0 ? 0 : Math.min(4, 1 + 3 * shown(line) / most(prefectures)));
        }

        List<Line> lastMonths() {
            return months.subList(Math.max(0, months.size() - 12), months.size());
        }

        String industry(String code) {
            return edition.industries().stream()
                    .filter(one -> one.code().equals(code))
                    .map(one -> one.code() + " " + one.title())
                    .findFirst()
                    .orElse(code);
        }

        String prefecture(String code) {
            return edition.prefectures().stream()
                    .filter(one -> one.code().equals(code))
                    .map(one -> one.title())
                    .findFirst()
                    .orElse(code);
        }
    }

    /// A prefecture on the map.
    record Tile(Line line, String label, String shade, int[] place) {

        /// Longer names stand in smaller letters.
        int letters() {
            return label.length() > 2 ? 12 : 15;
        }
    }

    @Open("counts without small cells tell nothing about one company")
    @GetMapping("/statistics")
    ModelAndView shown(Locale locale) {
        mustRun();
        return new ModelAndView(
                "desk/statistics",
                "page",
                new Page(
                        statistics.shownStars(),
                        statistics.shown(By.MONTH),
                        statistics.shown(By.INDUSTRY),
                        statistics.shown(By.PREFECTURE),
                        statistics.shown(By.SIZE),
                        programme.edition(locale),
                        Reader.PUBLIC));
    }

    @GetMapping("/desk/statistics")
    @Staffed(StaffPermission.VISIT)
    ModelAndView all(Locale locale) {
        return new ModelAndView(
                "desk/statistics",
                "page",
                new Page(
                        statistics.allStars(),
                        statistics.all(By.MONTH),
                        statistics.all(By.INDUSTRY),
                        statistics.all(By.PREFECTURE),
                        statistics.all(By.SIZE),
                        programme.edition(locale),
                        Reader.STAFF));
    }

    @Open("counts without small cells tell nothing about one company")
    @GetMapping("/statistics.csv")
    ResponseEntity<byte[]> csv() {
        mustRun();
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvPaper(bytes)) {
            csv.row("by", "key", "one_star", "two_stars", "together");
            for (var by : By.values()) {
                statistics.shown(by).forEach(line -> row(csv, by.id(), line));
            }
            statistics.shownStars().forEach(line -> row(csv, "star", line));
        }
        return Download.attached("statistics.csv", Download.CSV).body(bytes.toByteArray());
    }

    private static void row(CsvPaper csv, String by, Line line) {
        csv.row(new ArrayList<>(Stream.of(by, line.key(), line.one(), line.two(), line.both())
                .map(value -> Objects.toString(value, ""))
                .toList()));
    }

    private void mustRun() {
        if (!programme.runs()) {
            throw new NotFound("the programme does not run here");
        }
    }
}
