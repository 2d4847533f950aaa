package org.hoshimori.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Cia;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.asset.Overriding;
import org.hoshimori.asset.PersonalKinds;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.workbook.RegisterWorkbook.Contents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;

/// What goes out comes in the same, whatever people have written: through the pages, into a company that has nothing.
@HoshimoriTest
class WorkbookIdentityTest {

    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+A1",
            "-2+3",
            "@SUM(A1)",
            "'quoted",
            "\"both\"",
            "<b>&amp;</b>",
            "_x0041_",
            "a_x000D_b",
            "_x005F_x0041_",
            "]]>",
            "%n{0}",
            "𠮷野家",
            "حسب",
            "a\u200Bb",
            "\uFEFFx",
            "1/2",
            "0012",
            "1E5",
            "TRUE",
            "#REF!",
            "a\u3000b",
            "有",
            "情報資産名称");

    @Autowired
    RegisterWorkbook workbook;

    @Autowired
    Judgements judgements;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Assets assets;

    @Autowired
    MethodChoice methods;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AssetFixtures fixtures;

    @Autowired
    AccessFixtures access;

    @Autowired
    MockMvc mvc;

    /// jqwik makes the instances, Spring fills them.
    @BeforeTry
    void fill() throws Exception {
        new TestContextManager(WorkbookIdentityTest.class).prepareTestInstance(this);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void out_and_in_again_is_the_same(
            @ForAll("registers") List<Asset> rows,
            @ForAll("figures") List<Integer> said,
            @ForAll("methods") String method)
            throws Exception {
        var owner = organizations.company();
        fixtures.addAll(owner, rows);
        say(owner, said);
        var file = workbook.write(
                new Contents(assets.all(owner.organization()), judgements.of(owner.organization()), method, ""));
        var other = organizations.company();
        // A sheet whose figures are all 1 or 2 does not say which method it counts by.
        methods.choose(owner, method);
        methods.choose(other, method);
        bring(other, file);
        assertThat(assets.all(other.organization()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "keeping.kin", "version")
                .containsExactlyElementsOf(assets.all(owner.organization()));
        assertThat(answers.answers(other.organization())).isEqualTo(answers.answers(owner.organization()));
        assertThat(answers.frequencies(other.organization())).isEqualTo(answers.frequencies(owner.organization()));
        for (var again : List.of(owner, other)) {
            var page = mvc.perform(get(upload(again, file)).with(access.as(again)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page).contains("台帳に入れる行はありません").doesNotContain("次の行は入りません");
        }
    }

    private void say(Actor owner, List<Integer> said) {
        var figures = new HashMap<String, Integer>();
        var items = judgements.standard().groups().stream()
                .flatMap(group -> group.items().keySet().stream())
                .toList();
        for (var index = 0; index < items.size(); index++) {
            if (said.get(index) > 0) {
                figures.put(items.get(index), said.get(index));
            }
        }
        answers.record(owner, figures);
        var threats = new TreeMap<String, Integer>();
        List.of("paper-theft-office", "pc-ransomware", "media-missing", "cloud-takeover", "server-insider")
                .forEach(threat -> threats.put(threat, 1 + said.get(threats.size()) % 3));
        answers.expect(owner, threats);
    }

    private void bring(Actor actor, byte[] file) throws Exception {
        mvc.perform(post(upload(actor, file) + "/take")
                .param("parts", "register", "answers", "frequencies")
                .with(access.as(actor)));
    }

    private String upload(Actor actor, byte[] file) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/assets/intake")
                        .file(new MockMultipartFile("file", "台帳.xlsx", null, file))
                        .with(access.as(actor)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("3.0", "3.1");
    }

    @Provide
    Arbitrary<List<Integer>> figures() {
        return Arbitraries.integers().between(0, 4).list().ofSize(55);
    }

    @Provide
    Arbitrary<List<Asset>> registers() {
        return row().list().ofMinSize(1).ofMaxSize(40).map(rows -> {
            Set<String> seen = new HashSet<>();
            return Asset.inOrder(
                    rows.stream().filter(row -> seen.add(row.match())).toList());
        });
    }

    private record Texts(
            String business, String name, String note, String users, String department, String retention) {}

    private static Arbitrary<Asset> row() {
        var words = Combinators.combine(line(100), line(150), note(), line(100), line(60), line(60))
                .as((business, name, note, users, department, retention) ->
                        new Texts(business, name.isEmpty() ? "名" : name, note, users, department, retention));
        var figures = Combinators.combine(figure(), figure(), figure()).as(Cia::new);
        var kinds = Arbitraries.of(PersonalKinds.Kind.class).set().map(PersonalKinds::new);
        var reasons = Arbitraries.of(Overriding.Reason.class).set().map(Overriding::new);
        var media = Arbitraries.of(Assets.MEDIA);
        var days = Arbitraries.integers().between(0, 40_000).map(LocalDate.of(1925, 1, 1)::plusDays);
        return Combinators.combine(
                        words, figures, kinds, reasons, Arbitraries.oneOf(media, Arbitraries.of("倉庫の棚")), days)
                .as((text, cia, personal, override, medium, day) -> {
                    var id = AssetId.next();
                    return new Asset(
                            id,
                            0,
                            text.business(),
                            text.name(),
                            text.note(),
                            text.users(),
                            text.department(),
                            medium,
                            personal,
                            cia,
                            override,
                            new Asset.Keeping(text.retention(), day, id));
                });
    }

    private static Arbitrary<Integer> figure() {
        return Arbitraries.integers().between(0, 2);
    }

    /// What a form of the register lets through: any letters but control characters, without space around.
    private static Arbitrary<String> line(int most) {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE),
                Arbitraries.just(""),
                Arbitraries.strings().all().ofMaxLength(most).map(text -> plain(text, false)));
    }

    private static Arbitrary<String> note() {
        return Arbitraries.oneOf(
                Arbitraries.of(HOSTILE).list().ofMaxSize(4).map(lines -> String.join("\n", lines)),
                Arbitraries.strings().all().ofMaxLength(300).map(text -> plain(text, true)));
    }

    private static String plain(String text, boolean lines) {
        return text.codePoints()
                .filter(letter -> !Character.isISOControl(letter) || (lines && letter == '\n'))
                .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .filter(letter -> letter != 0xFFFE && letter != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
