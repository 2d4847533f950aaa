package org.hoshimori.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// What the role 設定 does: hand over numbers of an earlier programme, and word the industries.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class NumberPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    @Autowired
    Numbers numbers;

    @Autowired
    Programme programme;

    @Autowired
    ProgrammeTexts texts;

    @Test
    void numbers_of_an_earlier_programme_are_looked_at_kept_and_never_given() throws Exception {
        var page = page(
                post("/desk/numbers/file")
                        .param("typed", "４０００\n40-00-1,うみ商店\n\n4000")
                        .param("look", "on"),
                200);
        assertThat(page.select("[role=status]").text()).contains("2件").contains("0件");
        assertThat(page.select("#typed").text()).contains("うみ商店");
        assertThat(numbers.taken(List.of("4000", "40001"))).isEmpty();
        keep("4000\n40001");
        assertThat(numbers.taken(List.of("4000", "40001")).values()).containsOnly(Numbers.Origin.HANDED_OVER);
        keep("4000\n40002");
        page = page(post("/desk/numbers/file").param("typed", "4000\n40003").param("look", "on"), 200);
        assertThat(page.select("[role=status]").text()).contains("1件です");
        assertThat(numbers.takeOver("40002")).isFalse();
    }

    @Test
    void a_file_with_a_head_is_read_and_a_line_that_is_no_number_keeps_all_of_them_out() throws Exception {
        var good = "\uFEFF宣言番号,名前\r\n\"50001\",星\r\n50002,月\r\n".getBytes(StandardCharsets.UTF_8);
        mvc.perform(multipart("/desk/numbers/file")
                        .file(new MockMultipartFile("file", "old.csv", "text/csv", good))
                        .with(access.signedIn(staff.clerk(StaffRole.SETTINGS).email())))
                .andExpect(redirectedUrl("/desk/numbers"));
        assertThat(numbers.taken(List.of("50001", "50002"))).hasSize(2);
        var refused = page(post("/desk/numbers/file").param("typed", "50003\n星\n123\n" + "9".repeat(21)), 422);
        assertThat(refused.select("#typed-error").text()).contains("2、3、4");
        assertThat(refused.select("#typed").text()).contains("50003");
        assertThat(numbers.taken(List.of("50003"))).isEmpty();
        page(post("/desk/numbers/file").param("typed", " "), 422);
    }

    @Test
    void a_file_that_was_looked_at_is_kept_without_choosing_it_again() throws Exception {
        var good = "宣言番号,名前\r\n50-101,星\r\n50102,月\r\n".getBytes(StandardCharsets.UTF_8);
        var looked = page(
                multipart("/desk/numbers/file")
                        .file(new MockMultipartFile("file", "old.csv", "text/csv", good))
                        .param("look", "on"),
                200);
        assertThat(looked.select("#typed").val()).isEqualTo("50101\n50102");
        keep(looked.select("#typed").val());
        assertThat(numbers.taken(List.of("50101", "50102"))).hasSize(2);
    }

    @Test
    void the_page_shows_the_scheme_and_only_whoever_sets_it_opens_it() throws Exception {
        assertThat(page(get("/desk/numbers"), 200).select("dl.facts").text()).contains("10000000000");
        mvc.perform(get("/desk/numbers")
                        .with(access.signedIn(staff.clerk(StaffRole.RECEPTION).email())))
                .andExpect(status().isForbidden());
    }

    @Test
    void industries_are_worded_left_out_and_come_back_by_revision() throws Exception {
        var form = page(get("/desk/settings/industries/standard"), 200);
        assertThat(form.select("#body").text()).startsWith("A ").contains("T ");
        for (var wrong : List.of("E", "あ 製造", "E 製造業\nE 工業", "U 宇宙", "E " + "長".repeat(61))) {
            var refused = page(industries(wrong), 422);
            assertThat(refused.select("#body-error")).as(wrong).hasSize(1);
        }
        page(industries("E ものづくり\nG 情報のしごと / Working with information"), 303);
        try {
            assertThat(programme.settings().offers("E")).isTrue();
            assertThat(programme.settings().offers("A")).isFalse();
            var search = page(get("/directory"), 200);
            assertThat(search.select("#i").text()).contains("ものづくり", "情報のしごと");
            assertThat(title("E", Locale.JAPANESE)).isEqualTo("ものづくり");
            assertThat(title("E", Locale.ENGLISH)).isNotEqualTo("ものづくり");
            assertThat(title("G", Locale.ENGLISH)).isEqualTo("Working with information");
            assertThat(title("A", Locale.JAPANESE)).isNotEmpty();
        } finally {
            var head = staff.clerk(StaffRole.HEAD).clerk();
            texts.save(head, new Draft(Kind.INDUSTRIES, "standard", "", "E x", Today.inJapan(), Text.State.ENDED));
        }
        assertThat(programme.settings().offers("A")).isTrue();
        assertThat(texts.history(Kind.INDUSTRIES, "standard")).hasSizeGreaterThanOrEqualTo(2);
    }

    private String title(String letter, Locale locale) {
        return programme.edition(locale).industries().stream()
                .filter(one -> one.code().equals(letter))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private AbstractMockHttpServletRequestBuilder<?> industries(String body) {
        return post("/desk/settings/industries/standard")
                .param("name", "standard")
                .param("title", "業種")
                .param("body", body)
                .param("from", Today.inJapan().toString());
    }

    private void keep(String typed) throws Exception {
        page(post("/desk/numbers/file").param("typed", typed), 303);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, int expected) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(
                        access.signedIn(staff.clerk(StaffRole.SETTINGS).email())))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
