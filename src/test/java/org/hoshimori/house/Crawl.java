package org.hoshimori.house;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Follows every link from the first page on, as far as it answers, and keeps the answers by address. Of addresses that
/// differ in a number only, it follows a few.
public final class Crawl {

    private static final int MOST = 400;
    private static final int ALIKE = 12;
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f-]{36}|[0-9]+");

    private Crawl() {}

    /// @param cookies who reads, and in which language
    public static Map<String, MockHttpServletResponse> from(MockMvc mvc, Cookie... cookies) throws Exception {
        return from(mvc, "/", _ -> true, cookies);
    }

    /// @param worth whether an address is to be looked at
    public static Map<String, MockHttpServletResponse> from(
            MockMvc mvc, String first, Predicate<String> worth, Cookie... cookies) throws Exception {
        var answers = new LinkedHashMap<String, MockHttpServletResponse>();
        var seen = new LinkedHashSet<String>(Set.of(first));
        var alike = new HashMap<String, Integer>();
        var ahead = new ArrayDeque<String>(seen);
        while (!ahead.isEmpty() && answers.size() < MOST) {
            var path = ahead.poll();
            var request = get(URI.create(path));
            var answer = mvc.perform(cookies.length > 0 ? request.cookie(cookies) : request)
                    .andReturn()
                    .getResponse();
            answers.put(path, answer);
            if (!page(answer)) {
                continue;
            }
            for (var link : Jsoup.parse(answer.getContentAsString()).select("a[href^=/]")) {
                var next = link.attr("href").replaceAll("#.*", "");
                if (!next.contains("language=") && seen.add(next) && worth.test(next)) {
                    var shape = NUMBER.matcher(next).replaceAll("*");
                    if (alike.merge(shape, 1, Integer::sum) <= ALIKE) {
                        ahead.add(next);
                    }
                }
            }
        }
        return answers;
    }

    public static boolean page(MockHttpServletResponse answer) {
        var type = answer.getContentType();
        return answer.getStatus() == 200 && type != null && type.startsWith("text/html");
    }
}
