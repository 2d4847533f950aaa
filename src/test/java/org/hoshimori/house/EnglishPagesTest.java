package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Whoever chose English reads no Japanese, but for what says that it is Japanese (`lang="ja"`) and for the titles of
/// the documents, which a company adopts in Japanese.
@HoshimoriTest
class EnglishPagesTest {

    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}ー]+");

    @Autowired
    MockMvc mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    AccessFixtures access;

    @Autowired
    Templates templates;

    @Test
    void every_page_that_a_link_leads_to_is_english() throws Exception {
        var owner = organizations.found(new Organizations.Founding(
                "Minato Works", "Ichiro Minato", "President", EnumSet.of(Role.OWNER), null, false));
        assessments.closed(owner, "first", Today.inJapan(), assessments.worth(50));
        assessments.open(owner, "second", Today.inJapan());
        var japanese = new TreeMap<String, Set<String>>();
        var titles = titles();
        var pages = Crawl.from(mvc, access.cookie(owner), new Cookie("language", "en"));
        for (var page : pages.entrySet()) {
            if (Crawl.page(page.getValue())) {
                var words = words(Jsoup.parse(page.getValue().getContentAsString()), titles);
                if (!words.isEmpty()) {
                    japanese.put(page.getKey(), words);
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(60);
        assertThat(japanese).isEmpty();
    }

    private static Set<String> words(Document page, List<String> titles) {
        page.select("[lang=ja]").remove();
        var shown = Stream.concat(
                Stream.of(page.text()),
                Stream.of("alt", "title", "aria-label", "placeholder")
                        .flatMap(name -> page.select("[" + name + "]").stream().map(element -> element.attr(name))));
        var words = new TreeSet<String>();
        shown.map(text -> without(titles, text))
                .forEach(text -> JAPANESE.matcher(text).results().forEach(found -> words.add(found.group())));
        return words;
    }

    private static String without(List<String> titles, String text) {
        var left = text;
        for (var title : titles) {
            left = left.replace(title, "");
        }
        return left;
    }

    /// The longest first, so that none is taken for a part of another.
    private List<String> titles() {
        return templates.all("3.0", Locale.JAPANESE).stream()
                .map(Template::title)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
