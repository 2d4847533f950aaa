package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_MARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.web.Shells;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// Settings are read in words and changed in forms of their own kind.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class SettingPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    @Autowired
    Programme programme;

    @Autowired
    Marks marks;

    @Autowired
    SettingsRepository stored;

    @Autowired
    Database database;

    @Autowired
    ProgrammeTexts texts;

    @AfterEach
    void as_shipped_for_the_other_tests() {
        var head = staff.clerk(StaffRole.HEAD).clerk();
        for (var name : Kind.SETTING.standing()) {
            if (!texts.history(Kind.SETTING, name).isEmpty()) {
                texts.save(head, new Draft(Kind.SETTING, name, "", "0", Today.inJapan(), Text.State.ENDED));
            }
        }
    }

    @Test
    void settings_are_read_in_words_and_never_as_they_are_stored() throws Exception {
        var list = page(get("/desk/settings"), 200).select("section[aria-labelledby=kind-setting]");
        assertThat(list.text())
                .contains("「1」から始まります", "11けた", "フリガナ、法人番号", "50件に1件", "3日のうち", "機械では開きません")
                .doesNotContain("corporateNumber", "kana", "off", "{");
        var english = Jsoup.parse(mvc.perform(get("/desk/settings")
                        .param("language", "en")
                        .with(access.signedIn(staff.clerk(StaffRole.SETTINGS).email())))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(english.select("section[aria-labelledby=kind-setting]").text())
                .contains("Name in kana, Corporate number")
                .doesNotContain("corporateNumber");
    }

    /// What staff did is told in words: a setting by its title, never as the record keeps it.
    @Test
    void the_record_names_what_was_set() throws Exception {
        save(dated(post("/desk/settings/setting")).param("name", "sample").param("body", "0"));
        var title = page(get("/desk/settings/setting/sample"), 200).select("h1").text();
        var record = page(get("/desk/staff"), StaffRole.HEAD, 200).select("section[aria-labelledby=done] li");
        assertThat(record.getFirst().text()).contains(title).doesNotContain("setting sample");
    }

    @Test
    void every_setting_has_the_form_of_its_kind_and_no_name_to_type() throws Exception {
        for (var name : Kind.SETTING.standing()) {
            var page = page(get("/desk/settings/setting/" + name), 200);
            assertThat(page.select("main input[name=name]").attr("type"))
                    .as(name)
                    .isEqualTo("hidden");
            assertThat(page.select("main textarea, main input[name=title]"))
                    .as(name)
                    .isEmpty();
            assertThat(page.select(".page-head .lead").text()).as(name).endsWith("。");
        }
        assertThat(page(get("/desk/settings/setting/fields"), 200)
                        .select("input[name=field][checked]")
                        .eachAttr("value"))
                .containsExactly("kana", "corporateNumber");
        assertThat(page(get("/desk/settings/setting/outbound"), 200)
                        .select("input[type=radio][checked]")
                        .val())
                .isEqualTo("off");
        assertThat(page(get("/desk/settings/setting/days"), 200).select("#body").val())
                .isEqualTo("3");
        page(get("/desk/settings/setting/colour"), 404);
        mvc.perform(get("/desk/settings/setting")
                        .with(access.signedIn(staff.clerk(StaffRole.SETTINGS).email())))
                .andExpect(redirectedUrl("/desk/settings"));
        assertThat(page(get("/desk/settings/rules/standard"), 200)
                        .select("main input[name=name]")
                        .attr("type"))
                .isEqualTo("hidden");
        assertThat(page(get("/desk/settings/news"), 200)
                        .select("main input[name=name]")
                        .attr("type"))
                .isEqualTo("text");
    }

    @Test
    void ticks_choices_and_numbers_are_what_the_programme_does() throws Exception {
        save(dated(post("/desk/settings/setting")).param("name", "fields").param("field", "capital", "kana"));
        save(dated(post("/desk/settings/setting")).param("name", "outbound").param("body", "on"));
        save(dated(post("/desk/settings/setting")).param("name", "sample").param("body", "0"));
        assertThat(programme.settings().asked()).containsExactly("kana", "capital");
        assertThat(programme.settings().outbound()).isEqualTo(Programme.Settings.Outbound.ON);
        assertThat(programme.settings().sample()).isZero();
        save(dated(post("/desk/settings/setting")).param("name", "fields"));
        assertThat(programme.settings().asked()).isEmpty();
        var page = page(get("/desk/settings/setting/fields"), 200);
        assertThat(page.select(".lead").text()).contains("追加の項目は、たずねません");
        assertThat(page.select(".history").text()).contains("フリガナ、資本金", "たずねません");
    }

    @Test
    void a_mark_that_is_taken_away_leaves_no_bytes() throws Exception {
        var picture = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
        var head = staff.clerk(StaffRole.HEAD).clerk();
        assertThat(marks.install(head, 1, "old.pdf", picture)).isEqualTo(Marks.Installed.DONE);
        var mark = marks.all().stream()
                .filter(one -> one.name().equals("old.pdf"))
                .findFirst()
                .orElseThrow();
        page(post("/desk/marks/" + mark.id() + "/remove"), 303);
        page(post("/desk/marks/" + mark.id() + "/remove"), 404);
        var left = database.across(sql -> sql.select(PROGRAMME_MARK.CONTENT)
                .from(PROGRAMME_MARK)
                .where(PROGRAMME_MARK.ID.eq(mark.id()))
                .fetchSingle(PROGRAMME_MARK.CONTENT));
        assertThat(left).hasSize(1);
    }

    @Test
    void a_change_of_tomorrow_is_announced_and_not_in_force() throws Exception {
        save(post("/desk/settings/setting")
                .param("name", "days")
                .param("body", "9")
                .param("from", Today.inJapan().plusDays(1).toString()));
        var page = page(get("/desk/settings/setting/days"), 200);
        assertThat(page.select(".lead").text()).contains("3日");
        assertThat(page.select(".history").text()).contains("9日", "これから変わります");
    }

    @Test
    void a_wrong_value_comes_back_with_what_is_wrong() throws Exception {
        for (var wrong : new String[][] {
            {"digits", "70"}, {"leading", "あ"}, {"sample", ""}, {"days", "３日"}, {"leading", "1234567"}
        }) {
            var page = page(
                    dated(post("/desk/settings/setting"))
                            .param("name", wrong[0])
                            .param("body", wrong[1]),
                    422);
            assertThat(page.select("#body").val()).as(wrong[0]).isEqualTo(wrong[1]);
            assertThat(page.select("#problems li")).as(wrong[0]).hasSize(1);
        }
        page(dated(post("/desk/settings/setting")).param("name", "outbound"), 422);
        page(dated(post("/desk/settings/setting")).param("name", "fields").param("field", "shoe"), 422);
        page(dated(post("/desk/settings/setting")).param("name", "colour").param("body", "1"), 404);
    }

    @Test
    void news_of_a_later_day_are_listed_open_and_end_before_their_day() throws Exception {
        var day = Today.inJapan().plusDays(3).toString();
        save(news("coming-soon", "来週の話", day));
        var list = page(get("/desk/settings"), 200).select("section[aria-labelledby=kind-news] li");
        assertThat(list.stream().filter(line -> line.text().contains("来週の話")))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("これから"));
        var open = page(get("/desk/settings/news/coming-soon"), 200);
        assertThat(open.select("#body").text()).contains("来週の話");
        assertThat(open.select("#from").val()).isEqualTo(day);
        assertThat(open.select("#past").next().text()).contains("これから");
        assertThat(page(get("/news"), 200).text()).doesNotContain("来週の話");
        texts.save(
                staff.clerk(StaffRole.HEAD).clerk(),
                new Draft(
                        Kind.NEWS,
                        "coming-soon",
                        "来週の話",
                        "来週の話",
                        Today.inJapan().plusDays(3),
                        Text.State.ENDED));
        assertThat(page(get("/desk/settings"), 200).text()).doesNotContain("来週の話");
    }

    @Test
    void a_scheduled_text_comes_into_force_on_its_day_whatever_was_saved_after_it() {
        var today = Today.inJapan();
        var head = staff.clerk(StaffRole.HEAD).clerk();
        texts.save(head, new Draft(Kind.NEWS, "planned", "", "予定", today.plusDays(5), Text.State.SHOWN));
        texts.save(head, new Draft(Kind.NEWS, "planned", "", "いま", today, Text.State.SHOWN));
        assertThat(texts.find(Kind.NEWS, "planned").orElseThrow().body()).isEqualTo("いま");
        assertThat(stored.newest(Kind.NEWS, today.plusDays(5)))
                .filteredOn(text -> text.name().equals("planned"))
                .extracting(Text::body)
                .containsExactly("予定");
    }

    @Test
    void news_under_a_used_name_come_back_and_replace_nothing() throws Exception {
        var today = Today.inJapan();
        var head = staff.clerk(StaffRole.HEAD).clerk();
        save(news("used", "はじめの話", today.toString()));
        texts.save(head, new Draft(Kind.NEWS, "used-later", "", "x", today.plusDays(9), Text.State.SHOWN));
        texts.save(head, new Draft(Kind.NEWS, "used-once", "", "x", today, Text.State.ENDED));
        for (var name : new String[] {"used", "used-later", "used-once"}) {
            var page = page(news(name, "あとの話", today.toString()), 422);
            assertThat(page.select("#name-error")).as(name).hasSize(1);
            assertThat(page.select("main input[name=name]").val()).isEqualTo(name);
            assertThat(page.select("#body").text()).isEqualTo("あとの話");
            assertThat(page.select("main form").attr("action")).isEqualTo("/desk/settings/news");
            assertThat(texts.history(Kind.NEWS, name)).as(name).hasSize(1);
        }
        var form =
                page(get("/desk/settings/news/used"), 200).select("main form").attr("action");
        save(post(form).param("body", "直した話").param("title", "").param("from", today.toString()));
        assertThat(texts.find(Kind.NEWS, "used").orElseThrow().body()).isEqualTo("直した話");
        page(post("/desk/settings/news/nobody").param("body", "x").param("from", today.toString()), 404);
        page(
                post("/desk/settings/block")
                        .param("name", "unreachable")
                        .param("body", "x")
                        .param("from", today.toString()),
                422);
    }

    @Test
    void entries_of_the_registers_are_edited_and_closed_ones_stay_in_reach() throws Exception {
        var today = Today.inJapan();
        save(subsidy(post("/desk/registers/subsidies"), "古い補助", today.plusDays(9)));
        var path = entry("古い補助");
        var form = page(get(path), 200);
        assertThat(form.select("#subsidy").val()).isEqualTo("古い補助");
        assertThat(form.select("#opensOn").val()).isEqualTo(today.minusDays(30).toString());
        assertThat(form.select("#star option[selected]").val()).isEqualTo("2");
        assertThat(form.select("main form").attr("action")).isEqualTo(path);
        var flash = mvc.perform(subsidy(post(path), "閉じた補助", today.minusDays(1))
                        .with(access.signedIn(staff.clerk(StaffRole.SETTINGS).email())))
                .andReturn()
                .getFlashMap();
        assertThat(flash.get(Shells.TOAST)).isEqualTo("programme.toast.closed");
        var line = page(get("/desk/registers"), 200).select("li:contains(閉じた補助)");
        assertThat(line.text()).contains("終了", "二つ星");
        assertThat(entry("閉じた補助")).isEqualTo(path);
        assertThat(page(get("/subsidies"), 200).text()).doesNotContain("閉じた補助", "古い補助");
        assertThat(page(subsidy(post(path), "", today), 422).select("#subsidy-error"))
                .hasSize(1);
        page(get("/desk/registers/subsidies/" + UUID.randomUUID()), 404);
        page(subsidy(post("/desk/registers/subsidies/" + UUID.randomUUID()), "x", today), 404);
    }

    @Test
    void a_supporter_is_edited_and_stays_listed_for_staff_when_it_ended() throws Exception {
        save(post("/desk/registers/supporters").param("supporter", "北の組合").param("offers", "相談"));
        var path = entry("北の組合");
        assertThat(page(get(path), 200).select("#offers").val()).isEqualTo("相談");
        assertThat(page(post(path).param("supporter", "北の組合"), 422).select("#offers-error"))
                .hasSize(1);
        save(post(path).param("supporter", "南の組合").param("offers", "講習").param("place", "13"));
        assertThat(page(get("/supporters"), 200).text()).contains("南の組合", "講習").doesNotContain("北の組合");
        save(post(path + "/end"));
        save(post(path).param("supporter", "終えた組合").param("offers", "講習"));
        assertThat(page(get("/desk/registers"), 200)
                        .select("li:contains(終えた組合)")
                        .text())
                .contains("終了");
        assertThat(page(get("/supporters"), 200).text()).doesNotContain("終えた組合");
    }

    @Test
    void what_is_wrong_with_a_colleague_stands_at_their_row() throws Exception {
        var colleague = staff.clerk(StaffRole.RECEPTION).clerk();
        var page = page(post("/desk/staff/" + colleague.id() + "/roles"), StaffRole.HEAD, 422);
        var field = "colleague-" + colleague.id();
        assertThat(page.select("#problems a").attr("href")).isEqualTo("#" + field);
        assertThat(page.select("#" + field + "-error").text()).contains("役割");
        assertThat(page.select("#" + field).attr("aria-describedby")).isEqualTo(field + "-error");
        assertThat(page.select("#name-error, #name[aria-invalid]")).isEmpty();
        assertThat(page.select(".error")).hasSize(1);
    }

    private String entry(String name) throws Exception {
        return page(get("/desk/registers"), 200)
                .select("li:contains(" + name + ") a[href^=/desk/registers/]")
                .attr("href");
    }

    private static AbstractMockHttpServletRequestBuilder<?> subsidy(
            AbstractMockHttpServletRequestBuilder<?> request, String name, LocalDate closes) {
        return request.param("subsidy", name)
                .param("body", "みなと市")
                .param("star", "2")
                .param("opensOn", Today.inJapan().minusDays(30).toString())
                .param("closesOn", closes.toString());
    }

    private static AbstractMockHttpServletRequestBuilder<?> news(String name, String body, String from) {
        return post("/desk/settings/news")
                .param("name", name)
                .param("title", body)
                .param("body", body)
                .param("from", from);
    }

    private static AbstractMockHttpServletRequestBuilder<?> dated(AbstractMockHttpServletRequestBuilder<?> request) {
        return request.param("from", Today.inJapan().toString());
    }

    private void save(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        page(request, 303);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, int expected) throws Exception {
        return page(request, StaffRole.SETTINGS, expected);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, StaffRole role, int expected)
            throws Exception {
        var signedIn = access.signedIn(staff.clerk(role).email());
        return Jsoup.parse(mvc.perform(request.with(signedIn))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
