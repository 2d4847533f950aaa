package org.hoshimori.programme;

import static hoshimori.schema.Tables.PROGRAMME_MARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
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
