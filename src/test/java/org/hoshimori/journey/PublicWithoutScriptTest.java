package org.hoshimori.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.desk.Applications;
import org.hoshimori.desk.Batches;
import org.hoshimori.desk.DeskFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.junit.jupiter.api.Test;

/// The pages that everybody may read do all their work where a browser runs no script.
class PublicWithoutScriptTest {

    private static final String PROOF = "data:text/html,<p id=a>off</p><script>a.textContent='on'</script>";

    @Test
    void search_numbers_statistics_and_registers_work_without_script() {
        try (var place = Installation.start("hoshimori.programme=immediate");
                var reader = Walker.withoutScript(place)) {
            var numbers = declared(place);
            reader.page().navigate(PROOF);
            assertThat(reader.page().locator("#a")).hasText("off");
            search(reader);
            number(reader, numbers.getFirst());
            statistics(reader);
            register(reader, place.application().getBean(StaffFixtures.class).firstPath());
            registers(reader);
        }
    }

    /// Thirty declarations of thirty companies, more than one page of the search; their numbers.
    private static List<String> declared(Installation place) {
        var organizations = place.application().getBean(OrganizationFixtures.class);
        var desk = place.application().getBean(DeskFixtures.class);
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 30; i++) {
            var facts = desk.facts();
            facts.put("name", "灯台" + (char) ('あ' + i) + "第" + i + "株式会社");
            if (desk.handIn(organizations.company().organization(), facts)
                    instanceof Applications.Outcome.Given(var number)) {
                numbers.add(number);
            }
        }
        place.application().getBean(Batches.class).tookOver();
        return numbers;
    }

    private static void search(Walker reader) {
        reader.open("/");
        reader.follow("宣言した会社をさがす");
        var rows = reader.page().locator(".rows > li");
        assertThat(rows).hasCount(20);
        reader.follow("次の20社");
        assertThat(rows).hasCount(10);
        reader.type("会社の名前・カナ・番号", "灯台");
        reader.page().getByLabel("都道府県").selectOption("13");
        reader.page().getByLabel("業種").selectOption("E");
        reader.press("さがす");
        assertThat(reader.page().locator("#found")).containsText("30社");
        assertThat(reader.page().getByLabel("都道府県")).hasValue("13");
        reader.page().getByLabel("都道府県").selectOption("47");
        reader.press("さがす");
        assertThat(reader.page().locator(".empty")).containsText("見つかりませんでした");
        reader.follow("名簿の始めに戻る");
        assertThat(rows).hasCount(20);
    }

    private static void number(Walker reader, String number) {
        reader.type("会社の名前・カナ・番号", number);
        reader.press("さがす");
        reader.page().locator(".rows a.title").click();
        assertThat(reader.heading()).containsText("名簿に登録されています");
        assertThat(reader.page().locator(".verified .facts")).containsText(number);
        assertThat(reader.page().locator("svg.qr")).isVisible();
        reader.open("/d/99999999999");
        assertThat(reader.page().locator(".notice.warn")).containsText("99999999999");
    }

    private static void statistics(Walker reader) {
        reader.follow("宣言の数");
        assertThat(reader.page().locator("section[aria-labelledby=industries] .bars li"))
                .hasCount(1);
        assertThat(reader.page().locator("section[aria-labelledby=industries] rect.fill"))
                .isVisible();
        assertThat(reader.page().locator("svg.desk-map g")).not().hasCount(0);
    }

    /// Staff do without script too.
    private static void register(Walker staff, String path) {
        staff.open(path);
        staff.type("名前", "森");
        staff.type("メールアドレス", "mori@desk.example");
        staff.type("パスワード", "うみとやまとそらのあおさ");
        staff.press("受付を始める");
        staff.open("/desk/registers");
        staff.type("企業や団体の名前", "みなと信用金庫");
        staff.type("支援の内容", "相談を受けます。");
        staff.press("名簿に足す");
        staff.open("/desk/settings/setting/fields");
        staff.page().getByLabel("資本金").check();
        staff.press("この設定にする");
        assertThat(staff.page().locator("section[aria-labelledby=kind-setting]"))
                .containsText("フリガナ、法人番号、資本金");
    }

    private static void registers(Walker reader) {
        reader.open("/supporters");
        reader.page().locator("main input[type=search]").fill("ありえない言葉");
        reader.press("さがす");
        assertThat(reader.page().locator("main .rows li")).hasCount(0);
        reader.page().locator("main input[type=search]").fill("相談");
        reader.press("さがす");
        assertThat(reader.page().locator("main .rows li")).containsText("みなと信用金庫");
        for (var path : List.of("/subsidies", "/news", "/directory/data")) {
            reader.open(path);
            assertThat(reader.heading()).isVisible();
        }
    }
}
