package org.hoshimori.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.takeover.TakeoverFixtures.number;
import static org.hoshimori.takeover.TakeoverFixtures.rows;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class TakeoverPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TakeoverFixtures fixtures;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    private RequestPostProcessor as(StaffRole role) {
        return access.signedIn(staff.clerk(role).email());
    }

    private String bring(String text, RequestPostProcessor who) throws Exception {
        var file = new MockMultipartFile("file", "C:\\一覧.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(
                mvc.perform(multipart("/desk/takeover/files").file(file).with(who))
                        .andExpect(status().isSeeOther())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }

    private Run run(String path) {
        return fixtures.find(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    private void work(String path) {
        while (fixtures.step(run(path))) {
            // The next thousand rows.
        }
    }

    @Test
    void only_who_may_hand_over_numbers_gets_in() throws Exception {
        for (var role : List.of(StaffRole.RECEPTION, StaffRole.SETTINGS)) {
            page(get("/desk/takeover"), as(role), 403);
        }
        var head = as(StaffRole.HEAD);
        assertThat(page(get("/desk/takeover"), head, 200).select("#file")).hasSize(1);
        page(get("/desk/takeover/" + UUID.randomUUID()), head, 404);
        page(post("/desk/takeover/" + UUID.randomUUID() + "/start"), head, 404);
    }

    @Test
    void from_a_file_to_the_directory_without_a_script() throws Exception {
        var head = as(StaffRole.HEAD);
        var list = fixtures.list();
        var path = bring(rows(list, 2) + "x,★,2020-01-01,<script>店</script>,,,E,東京都,みなと市,,,,\r\n", head);
        mvc.perform(get(path).with(head)).andExpect(header().string("Refresh", "5"));
        assertThat(page(get(path), head, 200).select("progress")).hasSize(1);
        work(path);
        var looked = page(get(path), head, 200);
        assertThat(looked.select("main h1 + p").text()).contains("一覧.csv").doesNotContain("C:");
        assertThat(looked.select(".key-figures dd").eachText().getFirst()).startsWith("2");
        assertThat(looked.select("#troubles + p").size()).isEqualTo(1);
        assertThat(looked.text()).contains("4行目");
        page(post(path + "/start"), head, 303);
        page(post(path + "/start"), head, 422);
        page(post(path + "/columns").param("column", "name"), head, 422);
        work(path);
        assertThat(page(get(path), head, 200).select(".notice.ok")).hasSize(1);
        var csv = mvc.perform(get(path + "/troubles.csv").with(head))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("4,宣言番号,").doesNotContain("planted@secret.example");
    }

    @Test
    void columns_are_corrected_by_hand_and_the_list_is_checked_anew() throws Exception {
        var head = as(StaffRole.HEAD);
        var list = fixtures.list();
        var path = bring(rows(list, 2).replaceFirst("事業者名", "おなまえ"), head);
        var unclear = page(get(path), head, 200);
        assertThat(unclear.select(".notice.warn li").eachText()).containsExactly("事業者名");
        assertThat(unclear.select("form[action$=start]")).isEmpty();
        assertThat(unclear.select("#example-3").text()).startsWith("株式会社引継ぎ");
        var columns = unclear.select("select[name=column]").stream()
                .map(select -> Objects.requireNonNullElse(
                        select.select("option[selected]").first(), select.child(0)))
                .map(option -> option.val())
                .toArray(String[]::new);
        assertThat(columns[3]).isEqualTo("-");
        columns[3] = "name";
        page(post(path + "/columns").param("header", "あ").param("column", columns), head, 422);
        page(post(path + "/columns").param("header", "1").param("column", columns), head, 303);
        work(path);
        assertThat(run(path).counts().fresh()).isEqualTo(2);
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_at_its_field() throws Exception {
        var head = as(StaffRole.HEAD);
        for (var bytes : List.of(new byte[0], new byte[] {'P', 'K', 3, 4}, new byte[] {0, 1})) {
            var file = new MockMultipartFile("file", "x", "text/csv", bytes);
            assertThat(page(multipart("/desk/takeover/files").file(file), head, 422)
                            .select("#file-error"))
                    .hasSize(1);
        }
        page(multipart("/desk/takeover/files"), head, 422);
    }

    @Test
    void planted_secrets_never_leave() throws Exception {
        var head = as(StaffRole.HEAD);
        var list = fixtures.list();
        var path = bring(rows(list, 3), head);
        work(path);
        page(post(path + "/start"), head, 303);
        work(path);
        for (var open : List.of(
                "/directory?q=" + number(list, 1),
                "/d/" + number(list, 1),
                "/directory/data.csv",
                "/directory/data.json",
                "/directory/feed.atom",
                "/statistics",
                "/statistics.csv")) {
            var body = mvc.perform(get(open).with(request -> {
                        // A reader of its own: others have read their share.
                        request.setRemoteAddr("192.0.2.88");
                        return request;
                    }))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(body)
                    .as(open)
                    .doesNotContain("planted@secret.example")
                    .doesNotContain("秘密の担当者")
                    .doesNotContain("1-2-3");
        }
        assertThat(page(get("/d/" + number(list, 1)), head, 200).text()).contains("引継ぎ" + list);
    }

    @Test
    void the_page_says_how_many_troubles_it_shows_only_when_there_are_more() throws Exception {
        var head = as(StaffRole.HEAD);
        for (var count : new int[] {3, TakeoverPage.SHOWN + 1}) {
            var path = bring(rows(fixtures.list(), count).replace("E 製造業", "ZZ"), head);
            work(path);
            var troubles = page(get(path), head, 200).select("section[aria-labelledby=troubles]");
            assertThat(troubles.select("li")).hasSize(Math.min(count, TakeoverPage.SHOWN));
            assertThat(troubles.text().contains("初めの")).isEqualTo(count > TakeoverPage.SHOWN);
        }
    }

    @Test
    void what_was_taken_over_counts_in_the_statistics() throws Exception {
        var head = as(StaffRole.HEAD);
        var path = bring(rows(fixtures.list(), 7).replace("東京都", "鳥取県"), head);
        work(path);
        page(post(path + "/start"), head, 303);
        work(path);
        var csv = mvc.perform(get("/statistics.csv"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("prefecture,31,0,7,7");
        var shown = page(get("/statistics"), head, 200);
        assertThat(shown.select("section[aria-labelledby=stars] .bars li").text())
                .contains("二つ星");
        assertThat(shown.select(".desk-map text").eachText())
                .hasSize(47)
                .contains("北海道", "東京", "京都", "神奈川", "和歌山", "鹿児島");
        assertThat(shown.select("g:contains(鳥取)").attr("data-shade")).isNotIn("0", "few");
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, RequestPostProcessor who, int expected)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(who))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
