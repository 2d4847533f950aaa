package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.Today;
import org.junit.jupiter.api.Test;

/// From a register that somebody kept in Excel to the map of risks, the cheapest set of controls and the report.
class RiskTest {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// As people keep it: a title, headings of their own, days as they come.
    private static final List<String> ROWS = List.of(
            "業務,資産名,部署,保管場所,個人情報(有無),機密性,完全性,可用性,保存期間,更新日",
            "人事,社員名簿,総務部,ノートPC,○,2,1,1,退職後3年,令和8年4月1日",
            "人事,社員名簿,総務部,書類（キャビネット）,○,2,1,0,退職後3年,R8.4.1",
            "経理,会計データ,総務部,クラウド,無,1,2,2,10年,2026/04/01",
            "経理,請求書の控え,総務部,書類,無,1,1,1,7年,2026/04/01",
            "営業,顧客台帳,営業部,クラウド,あり,2,1,2,5年,2026/04/01",
            "営業,見積書,営業部,社内サーバー,なし,1,1,1,7年,2026/05/10",
            "営業,営業用スマホの連絡先,営業部,スマートフォン,○,1,1,1,,2026/05/10",
            "営業,持出し用の資料,営業部,USB,×,1,0,0,1年,2026/05/10",
            "営業,製品カタログ,営業部,書類,×,0,0,0,1年,2026/05/10",
            "製造,お客様の図面,製造部,サーバー,無,2,2,2,返すまで,2026/06/01",
            "製造,検査成績書,製造部,ノートPC,無,1,2,1,10年,2026/06/01");

    @Test
    void a_company_learns_its_risks_from_the_excel_that_it_has() throws Exception {
        try (var place = Installation.start();
                var owner = new Walker(place)) {
            owner.setUp(place.setUpPath());
            register(owner);
            answers(place, owner);
            risks(owner);
            onwards(place, owner);
        }
    }

    /// Two rows have a mistake each; they are named, mended in the file, and come in with the others.
    private static void register(Walker owner) throws IOException {
        var wrong = ROWS.stream()
                .map(row -> row.replace("経理,会計データ", "経理,").replace("見積書,営業部,社内サーバー,なし,1", "見積書,営業部,社内サーバー,なし,5"))
                .toList();
        owner.open("/assets/intake");
        owner.look();
        send(owner, "うちの台帳.xlsx", book(wrong));
        assertThat(owner.page().getByText("直すとよい所（2件）")).isVisible();
        assertThat(owner.page().getByText("情報資産の名前がありません")).isVisible();
        assertThat(owner.page().getByText("「5」は評価値ではありません")).isVisible();
        owner.picture("register-look");
        owner.follow("ほかのファイルを選ぶ");
        send(owner, "うちの台帳.xlsx", book(ROWS));
        assertThat(owner.page().getByText("直すとよい所")).hasCount(0);
        owner.press("11行を台帳に入れる");
        assertThat(owner.page().getByRole(AriaRole.ROWHEADER)).not().hasCount(0);
        owner.press("元に戻す");
        assertThat(owner.page().getByRole(AriaRole.ROWHEADER)).hasCount(0);
        owner.open("/assets/intake");
        send(owner, "うちの台帳.xlsx", book(ROWS));
        owner.press("11行を台帳に入れる");
        assertThat(owner.page().getByRole(AriaRole.ROWHEADER)).not().hasCount(0);
        owner.picture("register");
    }

    /// The 55 items answered in the workbook, and taken over beside a register in which nothing is new.
    private static void answers(Installation place, Walker owner) throws IOException {
        owner.open("/risks/check");
        owner.look();
        var response = owner.context().request().get(place.url("/assets/workbook"));
        assertThat(response.status()).isEqualTo(200);
        var answered = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
            var sheet = workbook.getSheet("対策状況チェック");
            for (var item = 0; item < 55; item++) {
                var answer = item >= 46 && item < 49 ? 4 : new int[] {1, 2, 1, 3, 2}[item % 5];
                sheet.getRow(2 + item).createCell(3).setCellValue(answer);
            }
            workbook.write(answered);
        }
        owner.open("/assets/intake");
        send(owner, "情報資産管理台帳.xlsx", answered.toByteArray());
        assertThat(owner.page().getByText("対策状況チェックの答え55個")).isVisible();
        owner.picture("register-answers");
        owner.press("印を付けたものを入れる");
        assertThat(owner.page().getByText("台帳に入れました").first()).isVisible();
        owner.look();
        owner.open("/risks/check");
        owner.picture("risk-check");
    }

    private static void risks(Walker owner) {
        owner.open("/risks/result");
        assertThat(owner.page().locator("main")).containsText("組織的セキュリティ対策");
        owner.picture("risk-result");
        owner.open("/risks");
        assertThat(owner.page().locator("main")).containsText("お客様の図面");
        owner.picture("risk-map");
    }

    /// Tries items on the map, takes the cheapest set that is enough, and shows the owner what came of it.
    private static void onwards(Installation place, Walker owner) {
        owner.follow("対策をためして、「大」を減らす");
        var large = owner.page().locator(".key-figures dd").first();
        assertThat(large).not().hasText(Pattern.compile("0.*"));
        for (var tick = 10; tick < 13; tick++) {
            owner.page().locator("input[name=item]").nth(tick).check();
        }
        assertThat(owner.page().locator("#said")).containsText("3項目");
        owner.picture("risk-what-if");
        owner.open("/risks/cheapest");
        assertThat(owner.page().getByText("これより安い組み合わせがない")).isVisible();
        assertThat(large).hasText(Pattern.compile("0.*"));
        owner.picture("risk-cheapest");
        owner.follow("対策として決める");
        owner.type("いつまでに", Today.inJapan().plusDays(90).toString());
        owner.press("この対策に決める");
        assertThat(owner.page().locator("#toast")).containsText("リスクの扱い方にも");
        owner.open("/risks/treatments");
        assertThat(owner.page().locator(".treatment-rows")).containsText("低減");
        owner.picture("risk-treatments");
        owner.open("/risks/report");
        assertThat(owner.page().locator("main")).containsText("低減");
        owner.picture("risk-report");
        for (var paper : new String[] {"/risks/report.pdf", "/risks/report.xlsx"}) {
            assertThat(owner.context().request().get(place.url(paper)).status()).isEqualTo(200);
        }
    }

    private static void send(Walker owner, String name, byte[] file) {
        owner.page().locator("#file").setInputFiles(new FilePayload(name, EXCEL, file));
        owner.press("確認へ進む");
        assertThat(owner.heading()).hasText("入れる前の確認");
    }

    private static byte[] book(List<String> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("台帳");
            sheet.createRow(0).createCell(0).setCellValue("うちの情報資産台帳");
            for (var row = 0; row < rows.size(); row++) {
                var line = sheet.createRow(row + 2);
                var cells = rows.get(row).split(",", -1);
                for (var cell = 0; cell < cells.length; cell++) {
                    line.createCell(cell).setCellValue(cells[cell]);
                }
            }
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
