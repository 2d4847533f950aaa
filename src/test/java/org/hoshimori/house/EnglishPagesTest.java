package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Whoever chose English reads no Japanese, but for what says that it is Japanese (`lang="ja"`).
@HoshimoriTest
class EnglishPagesTest {

    private static final int ENOUGH = 150;
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]+");

    @Autowired
    MockMvc mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    AccessFixtures access;

    @Test
    void every_page_that_a_link_leads_to_is_english() throws Exception {
        var owner = organizations.found(new Organizations.Founding(
                "Minato Works", "Ichiro Minato", "President", EnumSet.of(Role.OWNER), null, false));
        assessments.closed(owner, "first", LocalDate.now(), assessments.worth(50));
        assessments.open(owner, "second", LocalDate.now());
        var japanese = new TreeMap<String, Set<String>>();
        var seen = new LinkedHashSet<String>(Set.of("/"));
        var ahead = new ArrayDeque<String>(seen);
        while (!ahead.isEmpty() && seen.size() < ENOUGH) {
            var path = ahead.poll();
            var page = page(owner, path);
            if (page == null) {
                continue;
            }
            var words = words(page);
            if (!words.isEmpty()) {
                japanese.put(path, words);
            }
            for (var link : page.select("a[href^=/]")) {
                var next = link.attr("href").replaceAll("#.*", "");
                if (!next.contains("language=") && seen.add(next)) {
                    ahead.add(next);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(japanese).isEmpty();
    }

    private org.jsoup.nodes.@org.jspecify.annotations.Nullable Document page(Actor owner, String path)
            throws Exception {
        var answer = mvc.perform(
                        get(java.net.URI.create(path)).cookie(access.cookie(owner), new Cookie("language", "en")))
                .andReturn()
                .getResponse();
        var type = answer.getContentType();
        return answer.getStatus() == 200 && type != null && type.startsWith("text/html")
                ? Jsoup.parse(answer.getContentAsString())
                : null;
    }

    private static Set<String> words(Document page) {
        page.select("[lang=ja]").remove();
        var words = new LinkedHashSet<String>();
        JAPANESE.matcher(page.text()).results().forEach(found -> words.add(found.group()));
        page.select("[alt], [title], [aria-label], [placeholder]").forEach(element -> {
            for (var name : new String[] {"alt", "title", "aria-label", "placeholder"}) {
                JAPANESE.matcher(element.attr(name)).results().forEach(found -> words.add(found.group()));
            }
        });
        return words;
    }
}
