package org.hoshimori.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Cia;
import org.hoshimori.asset.Overriding;
import org.hoshimori.asset.PersonalKinds;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.intake.Intakes;
import org.hoshimori.intake.Sheet;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.paper.LibreOffice;
import org.hoshimori.workbook.Judgement.Threat;
import org.hoshimori.workbook.RegisterWorkbook.Contents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class RegisterWorkbookTest {

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
            "%n",
            "{0}",
            "見積書（控え）",
            "𠮷野家",
            "한국",
            "حسب",
            "🗝 鍵",
            "a\u200Bb",
            "\uFEFFx",
            "1/2",
            "0012",
            "TRUE",
            "#REF!",
            "a　b",
            "ÄÖÜ");

    @Autowired
    RegisterWorkbook workbook;

    @Autowired
    Judgements judgements;

    @Autowired
    Intakes intakes;

    @Autowired
    Assets assets;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AssetFixtures fixtures;

    @Autowired
    AccessFixtures access;

    @Autowired
    Files files;

    @Autowired
    MockMvc mvc;

    @Test
    void what_went_in_comes_out_and_goes_in_the_same() {
        for (var method : List.of("3.0", "3.1")) {
            var owner = organizations.company();
            var rows = hostile(300, 7);
            fixtures.addAll(owner, rows);
            var first = assets.all(owner.organization());
            assertThat(first).hasSize(300);
            var out = workbook.write(new Contents(first, judgements.standard(), method, ""));
            var other = organizations.company();
            intakes.take(other, "x", sheet(out), Set.of());
            var second = assets.all(other.organization());
            assertThat(second)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "keeping.kin", "version")
                    .containsExactlyElementsOf(first);
            assertThat(intakes.take(owner, "x", sheet(out), Set.of()).step().rows())
                    .isZero();
            assertThat(assets.all(owner.organization())).isEqualTo(first);
        }
    }

    @Test
    void the_workbook_can_be_kept_as_evidence() {
        var owner = organizations.company();
        var file = workbook.write(new Contents(AssetFixtures.rows(5, 1), judgements.standard(), "3.0", ""));
        assertThat(files.store(owner.organization(), owner.author(), "台帳.xlsx", file))
                .isInstanceOf(FileOutcome.Stored.class);
    }

    @Test
    void the_sheets_stand_in_the_official_order_and_enforce_their_words() throws Exception {
        var file = workbook.write(new Contents(AssetFixtures.rows(5, 1), judgement(3), "3.0", "見本"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var names = new ArrayList<String>();
            book.sheetIterator().forEachRemaining(sheet -> names.add(sheet.getSheetName()));
            names.remove("選択肢");
            assertThat(names).containsExactly("利用方法", "台帳記入例", "重要度定義", "情報資産管理台帳", "脅威の状況", "対策状況チェック", "診断結果");
            assertThat(book.isSheetHidden(book.getSheetIndex("選択肢"))).isTrue();
            var register = book.getSheet("情報資産管理台帳");
            assertThat(register.getRow(0).getCell(0).getStringCellValue()).isEqualTo("見本　情報資産管理台帳");
            assertThat(register.getDataValidations()).hasSize(3);
            assertThat(register.getRow(2).getCell(12).getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(book.getSheet("対策状況チェック").getLastRowNum()).isEqualTo(56);
        }
    }

    @Test
    void whoever_reads_the_register_takes_it_along() throws Exception {
        var owner = organizations.company();
        fixtures.addAll(owner, AssetFixtures.rows(3, 1));
        mvc.perform(get("/assets/workbook").with(access.as(owner))).andExpect(status().isOk());
        mvc.perform(get("/assets/workbook").with(access.as(organizations.person(owner, Role.EMPLOYEE))))
                .andExpect(status().isForbidden());
    }

    @Test
    void ten_thousand_rows_go_out_and_come_in_quickly() {
        var owner = organizations.company();
        var rows = AssetFixtures.rows(10_000, 2);
        var contents = new Contents(rows, judgements.standard(), "3.0", "");
        workbook.write(contents);
        var start = System.nanoTime();
        var out = workbook.write(contents);
        var written = System.nanoTime();
        var run = intakes.take(owner, "x", sheet(out), Set.of());
        var taken = System.nanoTime();
        System.out.println("export of 10,000 rows " + (written - start) / 1_000_000 + " ms, import "
                + (taken - written) / 1_000_000 + " ms, " + out.length / 1024 + " KB");
        assertThat(run.added()).isEqualTo(10_000);
        assertThat(assets.count(owner.organization())).isEqualTo(10_000);
    }

    @Test
    void the_rule_of_vulnerability_and_likelihood() {
        var threat = new Threat("office-pc", "x", 3, List.of("a", "b"));
        assertThat(judged(Map.of("a", 1, "b", 1)).vulnerability(threat)).isEqualTo(1);
        assertThat(judged(Map.of("a", 1, "b", 4)).vulnerability(threat)).isEqualTo(1);
        assertThat(judged(Map.of("a", 1)).vulnerability(threat)).isEqualTo(2);
        assertThat(judged(Map.of("a", 2, "b", 3)).vulnerability(threat)).isEqualTo(2);
        assertThat(judged(Map.of("a", 3)).vulnerability(threat)).isEqualTo(3);
        assertThat(judged(Map.of("a", 4, "b", 4)).vulnerability(threat)).isEqualTo(2);
        for (var golden :
                new int[][] {{3, 3, 3}, {3, 2, 2}, {3, 1, 1}, {2, 3, 2}, {2, 2, 1}, {2, 1, 1}, {1, 3, 1}, {1, 1, 1}}) {
            var answers = Map.of("a", golden[1] == 2 ? 2 : golden[1], "b", golden[1]);
            assertThat(judged(answers).likelihood(new Threat("office-pc", "x", golden[0], List.of("a", "b"))))
                    .isEqualTo(golden[2]);
        }
    }

    private static Judgement judged(Map<String, Integer> answers) {
        return new Judgement(List.of(), List.of(), answers);
    }

    @Test
    void libreoffice_counts_the_same() throws Exception {
        var asked = "true".equals(System.getenv("HOSHIMORI_CHECK_ALL"));
        assumeTrue(asked, "not run: the check with LibreOffice (HOSHIMORI_CHECK_ALL=true runs it)");
        for (var method : List.of("3.0", "3.1")) {
            var rows = AssetFixtures.rows(500, method.hashCode());
            var judgement = judgement(method.hashCode());
            var file = workbook.write(new Contents(rows, judgement, method, ""));
            try (var book =
                    new XSSFWorkbook(new ByteArrayInputStream(LibreOffice.convert(file, "register.xlsx", "xlsx")))) {
                compare(book, rows, judgement, method);
                compareRates(book, judgement);
            }
        }
    }

    private static void compare(Workbook book, List<Asset> rows, Judgement judgement, String method) {
        var top = new HashMap<String, Threat>();
        var order = Comparator.<Threat>comparingInt(judgement::likelihood).thenComparingInt(Threat::frequency);
        judgement
                .threats()
                .forEach(threat -> top.merge(
                        threat.medium(), threat, (one, other) -> order.compare(other, one) > 0 ? other : one));
        var threats = book.getSheet("脅威の状況");
        for (var index = 0; index < judgement.threats().size(); index++) {
            var threat = judgement.threats().get(index);
            assertThat(number(threats.getRow(2 + index).getCell(3))).isEqualTo(judgement.vulnerability(threat));
            assertThat(number(threats.getRow(2 + index).getCell(4))).isEqualTo(judgement.likelihood(threat));
        }
        var register = book.getSheet("情報資産管理台帳");
        for (var index = 0; index < rows.size(); index++) {
            var row = register.getRow(2 + index);
            var asset = rows.get(index);
            var threat = java.util.Objects.requireNonNull(top.get(asset.medium()));
            var value = asset.importance().shown(method) * judgement.likelihood(threat);
            var high = method.equals("3.0") ? 4 : 6;
            var mid = method.equals("3.0") ? 1 : 4;
            assertThat(number(row.getCell(12))).isEqualTo(asset.importance().shown(method));
            assertThat(number(row.getCell(15))).isEqualTo(threat.frequency());
            assertThat(number(row.getCell(16))).isEqualTo(judgement.vulnerability(threat));
            assertThat(number(row.getCell(17))).isEqualTo(judgement.likelihood(threat));
            assertThat(number(row.getCell(18))).isEqualTo(value);
            assertThat(row.getCell(19).getStringCellValue()).isEqualTo(value >= high ? "大" : value >= mid ? "中" : "小");
        }
    }

    private static void compareRates(Workbook book, Judgement judgement) {
        var result = book.getSheet("診断結果");
        var at = 2;
        for (var group : judgement.groups()) {
            var answers = group.items().keySet().stream()
                    .map(item -> judgement.answers().getOrDefault(item, 3))
                    .filter(answer -> answer != 4)
                    .toList();
            var cell = result.getRow(at++).getCell(1);
            if (answers.isEmpty()) {
                assertThat(cell.getStringCellValue()).isEqualTo("–");
            } else {
                var sum = answers.stream()
                        .mapToDouble(answer -> answer == 1 ? 1 : answer == 2 ? 0.5 : 0)
                        .sum();
                assertThat(cell.getNumericCellValue())
                        .isCloseTo(sum / answers.size(), org.assertj.core.data.Offset.offset(1e-9));
            }
        }
    }

    private static int number(Cell cell) {
        return (int) cell.getNumericCellValue();
    }

    /// The standard threats with chance frequencies, answers and items that bear on them.
    private Judgement judgement(long seed) {
        var random = new Random(seed);
        var standard = judgements.standard();
        var items = standard.groups().stream()
                .flatMap(group -> group.items().keySet().stream())
                .toList();
        var threats = standard.threats().stream()
                .map(threat -> new Threat(
                        threat.medium(),
                        threat.title(),
                        1 + random.nextInt(3),
                        random.ints(random.nextInt(7), 0, items.size())
                                .distinct()
                                .mapToObj(items::get)
                                .toList()))
                .toList();
        var answers = new HashMap<String, Integer>();
        for (var item : items) {
            if (random.nextInt(6) > 0) {
                answers.put(item, new int[] {1, 1, 2, 3, 4}[random.nextInt(5)]);
            }
        }
        return new Judgement(threats, standard.groups(), answers);
    }

    private Sheet sheet(byte[] file) {
        return ((ReadOutcome.Read) intakes.read(file)).sheet();
    }

    private static List<Asset> hostile(int count, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Asset>();
        for (var number = 0; number < count; number++) {
            var id = AssetId.next();
            var personal = EnumSet.noneOf(PersonalKinds.Kind.class);
            var reasons = EnumSet.noneOf(Overriding.Reason.class);
            for (var kind : PersonalKinds.Kind.values()) {
                if (random.nextInt(4) == 0) {
                    personal.add(kind);
                }
            }
            for (var reason : Overriding.Reason.values()) {
                if (random.nextInt(6) == 0) {
                    reasons.add(reason);
                }
            }
            rows.add(new Asset(
                    id,
                    0,
                    text(random),
                    text(random) + number,
                    (text(random) + "\n" + text(random) + "x").strip(),
                    text(random),
                    text(random),
                    random.nextInt(5) == 0 ? "倉庫の棚 " + random.nextInt(3) : Assets.MEDIA.get(random.nextInt(6)),
                    new PersonalKinds(personal),
                    new Cia(random.nextInt(3), random.nextInt(3), random.nextInt(3)),
                    new Overriding(reasons),
                    new Asset.Keeping(text(random), LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_500)), id)));
        }
        return Asset.inOrder(rows);
    }

    private static String text(Random random) {
        return random.nextInt(3) == 0 ? "" : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }
}
