package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.hoshimori.sample.SampleFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Whatever is typed into whatever form: refused or kept in words, never a failure, never a trace of the machine, never
/// somebody's script; and the pages and files that show it later stand.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class HostileFormsTest {

    private static final Duration BOUND = Duration.ofSeconds(5);

    private static final List<String> HOSTILE = List.of(
            "\u0000\u0001\u0007\u001b[31m\u0085\u202e\u2028\ufffe",
            "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`",
            "あ𠮷".repeat(30_000),
            "=cmd|' /C calc'!A0",
            "@SUM(1+1)",
            "2026-02-30",
            "9999999999999999999999",
            "-1",
            "{{#each x}} ${7*7} {0} '%s' \\",
            "../../../etc/passwd",
            "1e309",
            "+999999999-01-01",
            " \u3000\t\n",
            "00000000-0000-7000-8000-000000000000");

    /// These end the session or the company: they come last.
    private static final Pattern ENDS = Pattern.compile("sign-out|password|remove|delete|erase|leave|sample|recovery");

    private static final Pattern TRACE = Pattern.compile(
            "\\b(?:java|org\\.(?:hoshimori|jooq|postgresql|springframework))\\.[a-z.]+[A-Z]\\w*(?:Exception|Error)\\b"
                    + "|\\bat [a-z.]+\\.[A-Z]\\w+\\.\\w+\\(");

    private static final Pattern FILE = Pattern.compile("\\.(?:pdf|xlsx|csv|docx|zip|md|json|xml|ics)\\b");

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    SampleFixtures samples;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    private final Set<String> faults = new TreeSet<>();

    @Test
    void a_company_with_everything_in_it_withstands_what_is_typed() throws Exception {
        var owner = samples.owner(UUID.randomUUID() + "@example.jp", "correct horse battery");
        assertThat(attack("/", access.cookie(owner))).isGreaterThan(60);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_company_that_begins_withstands_what_is_typed() throws Exception {
        var owner = organizations.company();
        assessments.open(owner);
        assertThat(attack("/", access.cookie(owner))).isGreaterThan(30);
        assertThat(faults).isEmpty();
    }

    /// JSON may say what no form can: half a letter.
    @Test
    void an_answer_as_json_withstands_what_is_typed() throws Exception {
        var owner = organizations.company();
        var opener = assessments.opener(owner, assessments.open(owner));
        for (var comment : List.of("\\ud83d", "\\u0000", "\\u001b\\u202e", "x".repeat(100_000))) {
            for (var field : List.of("comment", "answer")) {
                var answer = mvc.perform(post("/respondents/" + opener.id() + "/answers/backup")
                                .with(access.as(owner))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"answer\":\"not\",\"" + field + "\":\"" + comment + "\"}"))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus()).as(field + " " + comment).isIn(200, 409, 422);
            }
        }
    }

    @Test
    void the_desk_withstands_what_is_typed() throws Exception {
        var email = staff.clerk(StaffRole.HEAD).email();
        assertThat(attack("/desk", access.signedInCookie(email))).isGreaterThan(10);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_stranger_types_into_open_forms_in_vain() throws Exception {
        assertThat(attack("/sign-in")).isPositive();
        assertThat(attack("/directory")).isPositive();
        assertThat(faults).isEmpty();
    }

    /// @return how many different forms there were
    private int attack(String first, Cookie... cookies) throws Exception {
        var seen = new LinkedHashSet<String>();
        var files = new LinkedHashMap<String, String>();
        var pages = Crawl.from(mvc, first, path -> worth(path, seen, files), cookies);
        var forms = new LinkedHashMap<String, WebForm>();
        pages.forEach((path, answer) -> collect(path, answer, forms));
        var last = forms.values().stream()
                .filter(form -> ENDS.matcher(form.action()).find())
                .toList();
        var work = new ArrayList<>(forms.values());
        work.removeAll(last);
        var end = System.nanoTime() + BOUND.toNanos();
        for (var turn = 0; turn < HOSTILE.size(); turn++) {
            for (var form : work) {
                if (turn == 0 || System.nanoTime() < end) {
                    type(form, turn, cookies);
                }
            }
        }
        Stream.concat(pages.keySet().stream(), files.values().stream())
                .forEach(path -> send(WebForm.address(path), Map.of(), false, cookies));
        last.forEach(form -> type(form, 0, cookies));
        return forms.size();
    }

    /// Every page once; files are kept for the end, when they hold what was typed.
    private boolean worth(String path, Set<String> seen, Map<String, String> files) {
        if (FILE.matcher(path).find()) {
            files.putIfAbsent(route(path), path);
            return false;
        }
        return seen.add(route(path));
    }

    private void collect(String path, MockHttpServletResponse answer, Map<String, WebForm> forms) {
        if (Crawl.page(answer)) {
            for (var form : WebForm.of(path, Jsoup.parse(text(answer)))) {
                forms.putIfAbsent(form.method() + " " + route(form.action()) + " " + form.shape(), form);
            }
        }
    }

    /// The route behind an address, and the names of what is asked of it: two clauses of a document have the same page.
    private String route(String address) {
        var parts = address.split("\\?", 2);
        var path = PathContainer.parsePath(parts[0]);
        var pattern = routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> Objects.requireNonNull(route.getPathPatternsCondition()).getPatterns().stream())
                .filter(one -> one.matches(path))
                .sorted()
                .findFirst();
        var asked = parts.length > 1 ? parts[1].replaceAll("=[^&]*", "") : "";
        return pattern.map(PathPattern::getPatternString).orElse(parts[0]) + "?" + asked;
    }

    /// Once the same in every typed field, then in one field alone: what is right around it lets it in deeper.
    private void type(WebForm form, int turn, Cookie... cookies) {
        var value = HOSTILE.get((turn + form.sent().size()) % HOSTILE.size());
        var all = new LinkedHashMap<>(form.sent());
        form.typed().forEach(name -> all.put(name, value));
        send(form, all, true, cookies);
        var names = List.copyOf(form.sent().keySet());
        if (names.isEmpty()) {
            return;
        }
        var one = new LinkedHashMap<>(form.sent());
        var name = names.get(turn % names.size());
        one.put(name, value);
        send(form, one, form.typed().contains(name), cookies);
        if (turn == 0) {
            send(form, Map.of(), false, cookies);
        }
    }

    private void send(WebForm form, Map<String, String> values, boolean typed, Cookie... cookies) {
        var what = form.method() + " " + route(form.action());
        try {
            var upload = "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8);
            var request = form.with(values, upload).with(csrf());
            if (cookies.length > 0) {
                request.cookie(cookies);
            }
            var answer = mvc.perform(request).andReturn().getResponse();
            judge(what, answer);
            if (answer.getStatus() == 400 && typed) {
                faults.add(what + " is refused without its page: what was typed is lost");
            }
        } catch (Exception failure) {
            faults.add(what + " threw " + failure);
        }
    }

    private void judge(String what, MockHttpServletResponse answer) {
        if (answer.getStatus() >= 500) {
            faults.add(what + " failed with " + answer.getStatus());
        }
        var type = String.valueOf(answer.getContentType());
        if (!type.startsWith("text/html")) {
            return;
        }
        var text = text(answer);
        if (text.contains("<script>alert") || text.contains("<img src=x")) {
            faults.add(what + " lets a script in");
        }
        if (TRACE.matcher(text).find()) {
            faults.add(what + " shows a trace");
        }
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
