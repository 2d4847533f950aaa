package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.desk.Application.Decision;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.hoshimori.web.Open;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Secrets are planted in every private field of declarations in every state; then every page and feed that
/// opens without signing in is read and must hold none of them. The routes come from the route table: a new open
/// one is read too.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class PlantedSecretsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    DeskFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    StaffFixtures staff;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationRepository repository;

    @Autowired
    Decisions decisions;

    @Autowired
    Statistics statistics;

    @Autowired
    ProgrammeTexts texts;

    private final List<String> secrets = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    @BeforeEach
    void plant() {
        var company = planted("company");
        shown.add(company.get("name"));
        shown.add(company.get("town"));
        numbers.add(accepted(organizations.company(), company));
        var alone = planted("sole-proprietor");
        shown.add(alone.get("name"));
        secrets.add(alone.get("town"));
        numbers.add(accepted(organizations.company(), alone));
        var stopped = hidden();
        var stopper = organizations.company();
        numbers.add(accepted(stopper, stopped));
        applications.stop(stopper.organization(), numbers.getLast(), "秘密の者");
        var undone = hidden();
        var id = handedIn(organizations.company(), undone);
        numbers.add(accept(id));
        decisions.decide(id, Decision.of(Move.UNDO, "秘密の受付"));
        handedIn(organizations.company(), hidden());
        decisions.decide(
                handedIn(organizations.company(), hidden()), new Decision(Move.RETURN, "秘密の受付", secret("返した理由"), ""));
        decisions.decide(
                handedIn(organizations.company(), hidden()), new Decision(Move.REFUSE, "秘密の受付", secret("断った理由"), ""));
        secrets.addAll(List.of("秘密の受付", "秘密の者", "港の秘密"));
        var settings = staff.clerk(StaffRole.SETTINGS);
        var later = Today.inJapan().plusYears(20);
        texts.save(settings.clerk(), new Draft(Kind.NEWS, "later", "", secret("まだの知らせ"), later, Text.State.SHOWN));
        statistics.refresh();
    }

    @Test
    void no_open_page_holds_a_secret() throws Exception {
        var read = new TreeSet<String>();
        var english = new TreeSet<String>();
        for (var path : paths()) {
            for (var reader : List.of(nobody(), access.as(organizations.company()))) {
                for (var language : List.of("ja", "en")) {
                    var answer = mvc.perform(get(path).with(reader).cookie(new Cookie("language", language)))
                            .andReturn()
                            .getResponse();
                    if (answer.getContentAsString().contains("<html lang=\"en\"")) {
                        english.add(path);
                    }
                    assertThat(answer.getStatus()).as(path).isLessThan(500).isNotEqualTo(429);
                    assertThat(all(answer)).as(path).doesNotContain(secrets);
                    if (answer.getStatus() == 200) {
                        read.add(path.replaceAll("[?].*", "")
                                .replaceAll("/d/.*", "/d/")
                                .replaceAll("[0-9]+", "0"));
                    }
                }
            }
        }
        assertThat(english).contains("/directory", "/statistics");
        assertThat(read)
                .contains(
                        "/directory",
                        "/d/",
                        "/directory/data",
                        "/directory/data.csv",
                        "/directory/data.json",
                        "/directory/feed.atom",
                        "/sitemap.xml",
                        "/sitemap/0.xml",
                        "/statistics",
                        "/statistics.csv",
                        "/supporters",
                        "/subsidies",
                        "/news");
    }

    /// Otherwise the test above would pass on empty pages.
    @Test
    void what_is_public_is_there() throws Exception {
        var csv = text("/directory/data.csv");
        assertThat(csv).contains(shown);
        assertThat(text("/directory/data.json")).contains(shown);
        assertThat(text("/d/" + numbers.getFirst())).contains(shown.subList(0, 2));
        assertThat(text("/directory?q=" + shown.getFirst())).contains(shown.subList(0, 2));
        assertThat(text("/d/" + numbers.get(1))).contains(shown.get(2)).contains("みなと市");
    }

    @Test
    void nothing_is_found_by_a_private_field() throws Exception {
        for (var secret : secrets) {
            var page = Jsoup.parse(mvc.perform(get("/directory").param("q", secret))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat(page.select("a[href^=/d/]")).as(secret).isEmpty();
        }
    }

    /// Every open route, its variables filled in with what is there.
    private List<String> paths() throws Exception {
        var paths = new ArrayList<String>();
        for (var route : routes.getHandlerMethods().entrySet()) {
            if (open(route.getValue()) && reads(route.getKey())) {
                route.getKey().getPatternValues().forEach(pattern -> paths.addAll(filled(pattern)));
            }
        }
        for (var name : shown) {
            paths.add("/directory?q=" + name);
            paths.add("/directory?o=name&q=" + name);
        }
        numbers.forEach(number -> paths.add("/directory?q=" + number));
        paths.add("/directory?p=13&i=E&s=1&m=みなと");
        var first = Jsoup.parse(text("/sitemap.xml"), org.jsoup.parser.Parser.xmlParser())
                .select("loc")
                .eachText();
        first.forEach(map -> paths.add(map.substring(map.indexOf("/sitemap/"))));
        return paths;
    }

    private List<String> filled(String pattern) {
        if (pattern.contains("{number}")) {
            return Stream.concat(numbers.stream(), Stream.of("00000000000"))
                    .map(number -> pattern.replace("{number}", number))
                    .toList();
        }
        return List.of(pattern.replaceAll("\\{[^}]*}", "0"));
    }

    private static boolean open(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), Open.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class);
    }

    private static boolean reads(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().isEmpty()
                || route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static String all(MockHttpServletResponse answer) throws Exception {
        var text = new StringBuilder(answer.getContentAsString(StandardCharsets.UTF_8));
        answer.getHeaderNames().forEach(name -> text.append(answer.getHeaders(name)));
        return text.toString();
    }

    private String text(String path) throws Exception {
        return mvc.perform(get(path).with(nobody()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /// From a new address each time: nobody reads so much otherwise.
    private static RequestPostProcessor nobody() {
        return request -> {
            request.setRemoteAddr(UUID.randomUUID().toString());
            return request;
        };
    }

    private Map<String, String> planted(String holder) {
        var facts = new HashMap<>(fixtures.facts());
        facts.put("holder", holder);
        facts.put("town", secretLike("町"));
        facts.put("street", secret("番地"));
        facts.put("person", secret("担当"));
        facts.put("email", secret("mail") + "@planted.example");
        facts.put("representative", secret("代表"));
        facts.put("reason", secret("目的"));
        facts.put("policyHow", secret("公開方法"));
        facts.put("postalCode", secret("999"));
        facts.put("employees", secret("7"));
        facts.put("capital", secret("8"));
        facts.put("score", secret("9"));
        facts.put("result", secret("診断"));
        return facts;
    }

    /// Of what is not accepted and current nothing at all is public.
    private Map<String, String> hidden() {
        var facts = planted("company");
        for (var field : List.of("name", "kana", "town", "policyUrl")) {
            facts.put(field, secret("https://秘密/"));
        }
        facts.put("corporateNumber", secret("5"));
        return facts;
    }

    private String secret(String word) {
        var secret = secretLike(word);
        secrets.add(secret);
        return secret;
    }

    private static String secretLike(String word) {
        return word + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_007L);
    }

    private UUID handedIn(Actor owner, Map<String, String> facts) {
        var paper = new Application.Paper(
                Application.Purpose.NEW,
                1,
                null,
                new Snapshot(facts),
                texts.rules().revision(),
                "港の秘密",
                List.of());
        return ((Applications.Outcome.Waits) applications.handIn(owner.organization(), paper)).application();
    }

    private String accepted(Actor owner, Map<String, String> facts) {
        return accept(handedIn(owner, facts));
    }

    private String accept(UUID id) {
        decisions.decide(id, Decision.of(Move.ACCEPT, "秘密の受付"));
        return java.util.Objects.requireNonNull(
                repository.find(id).orElseThrow().number());
    }
}
