package org.hoshimori.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Somebody tries the sample company and opens everything that a link leads to. Each kind of page is checked by axe, at
/// three widths.
class SampleTourTest {

    private static final int OF_A_KIND = 2;

    @Test
    void every_page_that_a_link_leads_to_opens_and_is_accessible() {
        try (var place = Installation.start();
                var visitor = new Walker(place)) {
            visitor.open(place.setUpPath());
            visitor.press("見本の会社で試す");
            visitor.page().waitForLoadState();
            visitor.open("/");
            visitor.picture("home");
            var seen = tour(place, visitor);
            assertThat(seen)
                    .contains(
                            "/",
                            "/assessments",
                            "/results/*",
                            "/controls",
                            "/owner",
                            "/articles",
                            "/people",
                            "/company");
        }
    }

    /// Links that bring a file instead of a page, or change the language.
    private static final String FILES =
            ".*\\.(pdf|xlsx|csv|json|atom|xml|png|svg)(\\?.*)?$|.*/(pdf|word|markdown|file|workbook)$"
                    + "|/evidence/.*|.*language=.*";

    /// The address without what differs between pages of one kind: ids, the chapter of the regulations, the question.
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
                .replaceAll("/regulation-[a-z-]+", "/regulation-*")
                .replaceAll("/(one|evidence|revisions|threats|trail/[a-z-]+)/[^/]+", "/$1/*");
    }

    /// Walks link by link; of pages of one kind, two are looked at.
    private static Set<String> tour(Installation place, Walker visitor) {
        var kinds = new HashMap<String, Integer>();
        var known = new HashSet<String>();
        var ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty()) {
            var path = ahead.poll();
            var kind = kind(path);
            if (!known.add(path) || kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            var response = visitor.page().navigate(place.url(path));
            assertThat(response.status()).as(path).isLessThan(400);
            visitor.look();
            for (var link : visitor.links()) {
                var target = link.replaceAll("#.*", "");
                if (!target.isEmpty() && !target.matches(FILES)) {
                    ahead.add(target);
                }
            }
        }
        return kinds.keySet();
    }
}
