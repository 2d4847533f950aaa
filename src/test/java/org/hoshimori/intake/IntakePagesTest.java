package org.hoshimori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Cia;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class IntakePagesTest {

    private static final String REGISTER = """
            うちの情報資産台帳,,,,,,,,,
            業務,資産名,部署,保管場所,個人情報(有無),機密性,完全性,可用性,保存期間,更新日
            人事,社員名簿,総務部,ノートPC,○,2,1,1,7年,令和8年11月20日
            営業,見積書,営業部,書類（キャビネット）,無,1,1,0,,R8.4.1
            営業,,営業部,USB,なし,1,1,0,,
            営業,単価表,営業部,共有フォルダ,多分,5,1,0,,昨日
            営業,見積書,営業部,書類,無,1,1,0,,2026/04/01
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Assets assets;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void a_register_comes_in_after_a_look_and_a_second_time_changes_nothing() throws Exception {
        var page = upload(REGISTER);
        mvc.perform(get(page).with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("5行目のB列：情報資産の名前がありません")))
                .andExpect(content().string(containsString("6行目のE列：「多分」は")))
                .andExpect(content().string(containsString("6行目のF列：「5」は評価値ではありません")))
                .andExpect(content().string(containsString("6行目のJ列：「昨日」は日付として")))
                .andExpect(content().string(containsString("7行目のB列：4行目と")));
        assertThat(assets.count(owner.organization())).isZero();
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(post(page + "/take").with(access.as(owner))).andExpect(redirectedUrl("/assets"));
        }
        var rows = assets.all(owner.organization());
        assertThat(rows).extracting(Asset::name).containsExactly("社員名簿", "見積書");
        assertThat(rows).extracting(Asset::medium).containsExactly("office-pc", "paper-documents");
        assertThat(rows.getFirst().cia()).isEqualTo(new Cia(2, 1, 1));
        assertThat(rows.getFirst().keeping().registeredOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(rows.get(1).keeping().registeredOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        mvc.perform(get(upload(REGISTER)).with(access.as(owner)))
                .andExpect(content().string(containsString("台帳に入れる行はありません")));
        mvc.perform(post(upload(REGISTER.replace("7年", "10年")) + "/take").with(access.as(owner)));
        assertThat(assets.all(owner.organization()).getFirst().keeping().retention())
                .isEqualTo("10年");
        assertThat(assets.count(owner.organization())).isEqualTo(2);
    }

    @Test
    void rows_may_be_left_out() throws Exception {
        mvc.perform(post(upload(REGISTER) + "/take").param("left", "3").with(access.as(owner)));
        assertThat(assets.all(owner.organization())).extracting(Asset::name).containsExactly("見積書");
    }

    @Test
    void columns_that_were_guessed_wrong_are_corrected() throws Exception {
        var page = upload("あれ,これ\n名簿,パソコン\n帳簿,金庫\n");
        mvc.perform(get(page).with(access.as(owner))).andExpect(status().isOk());
        mvc.perform(post(page + "/columns")
                        .param("header", "1")
                        .param("column", "name", "medium")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl(page));
        mvc.perform(post(page + "/take").with(access.as(owner)));
        assertThat(assets.all(owner.organization()))
                .extracting(Asset::name, Asset::medium)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("名簿", "office-pc"),
                        org.assertj.core.groups.Tuple.tuple("帳簿", "paper-documents"));
    }

    @Test
    void a_file_that_is_no_register_is_refused_in_words() throws Exception {
        mvc.perform(multipart("/assets/intake")
                        .file(new MockMultipartFile(
                                "file", "x.xls", null, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                        .with(access.as(owner)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("古い形式")));
        mvc.perform(multipart("/assets/intake").with(access.as(owner))).andExpect(status().is(422));
    }

    @Test
    void an_upload_is_its_owners_alone_and_needs_the_permission() throws Exception {
        var page = upload(REGISTER);
        var other = organizations.company();
        mvc.perform(get(page).with(access.as(other))).andExpect(status().isNotFound());
        mvc.perform(post(page + "/take").with(access.as(other))).andExpect(status().isNotFound());
        mvc.perform(get(page).with(access.as(organizations.person(owner, Role.SYSTEM_ADMIN))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/assets/intake").with(access.as(organizations.person(owner, Role.AUDITOR))))
                .andExpect(status().isForbidden());
        assertThat(assets.all(other.organization())).isEmpty();
    }

    @Test
    void names_that_grow_when_they_are_folded_and_broken_letters_go_in_or_are_named() throws Exception {
        var random = new java.util.Random(7);
        var squares = random.ints(200, 0x3300, 0x3358)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var csv = "情報資産名称,管理部署,媒体・保存先\n" + squares + "," + squares.substring(0, 100) + "," + squares.substring(100)
                + "\n" + "\uFDFA".repeat(200) + ",\uFFFE\u0085\u202E,書類\n";
        var page = upload(csv);
        mvc.perform(get(page).with(access.as(owner))).andExpect(status().isOk());
        mvc.perform(post(page + "/take").with(access.as(owner))).andExpect(redirectedUrl("/assets"));
        assertThat(assets.count(owner.organization())).isEqualTo(2);
        mvc.perform(get(upload(csv)).with(access.as(owner)))
                .andExpect(content().string(containsString("台帳に入れる行はありません")));
    }

    @Test
    void what_was_taken_over_today_is_listed_where_the_next_file_is_chosen() throws Exception {
        var page = upload(REGISTER);
        mvc.perform(post(page + "/take").with(access.as(owner)));
        mvc.perform(get("/assets/intake").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(page)));
        mvc.perform(post(page + "/undo").with(access.as(owner))).andExpect(redirectedUrl(page));
        assertThat(assets.count(owner.organization())).isZero();
        mvc.perform(get("/assets/intake").with(access.as(owner)))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(page))));
    }

    @Test
    void the_button_takes_a_file_back_and_names_what_somebody_has_changed_since() throws Exception {
        var page = upload(REGISTER);
        mvc.perform(post(page + "/take").with(access.as(owner)));
        var row = assets.all(owner.organization()).getFirst();
        mvc.perform(post("/assets/" + row.id() + "/cell")
                        .param("field", "users")
                        .param("value", "総務の2人")
                        .param("version", "1")
                        .with(access.as(owner)))
                .andExpect(status().isOk());
        var taken = page(page);
        var undo = taken.expectFirst("main form:has(button:contains(元に戻す))").attr("action");
        mvc.perform(post(undo).with(access.as(organizations.company()))).andExpect(status().isNotFound());
        var back = mvc.perform(post(undo).with(access.as(owner)))
                .andExpect(redirectedUrl(page))
                .andReturn();
        assertThat(assets.all(owner.organization())).extracting(Asset::users).containsExactly("総務の2人");
        var after =
                Jsoup.parse(mvc.perform(get(page).flashAttrs(back.getFlashMap()).with(access.as(owner)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(after.select("main .notice.warn").text())
                .contains("そのあと直された1件は、そのままにしました")
                .contains("社員名簿")
                .doesNotContain("見積書");
        assertThat(page(page).select("button:contains(元に戻す)")).isEmpty();
    }

    @Test
    void the_list_of_the_register_takes_a_file_back_too() throws Exception {
        mvc.perform(post(upload(REGISTER) + "/take").with(access.as(owner)));
        var undo = page("/assets").expectFirst(".notice:contains(台帳.csv) form").attr("action");
        mvc.perform(post(undo).with(access.as(owner))).andExpect(redirectedUrl("/assets"));
        assertThat(assets.count(owner.organization())).isZero();
        mvc.perform(post(undo).with(access.as(owner))).andExpect(redirectedUrl("/assets"));
        assertThat(assets.count(owner.organization())).isZero();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(access.as(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void days_are_read_as_people_write_them() {
        var dates = new JapaneseDate(new Words());
        var day = Optional.of(LocalDate.of(2026, 11, 20));
        for (var text : Set.of(
                "2026/11/20",
                "2026-11-20",
                "２０２６年１１月２０日",
                "令和8年11月20日",
                "R8.11.20",
                "令８・11・20".replace('・', '.'),
                "20261120",
                "2026-11-20 00:00:00")) {
            assertThat(dates.read(text)).as(text).isEqualTo(day);
        }
        assertThat(dates.read("平成元年1月8日")).contains(LocalDate.of(1989, 1, 8));
        assertThat(dates.read("昭和64年1月7日")).contains(LocalDate.of(1989, 1, 7));
        for (var text : Set.of("", "昨日", "2026/13/1", "2026/2/30", "1/2", "9999999", "令和")) {
            assertThat(dates.read(text)).as(text).isEmpty();
        }
    }

    private String upload(String csv) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/assets/intake")
                        .file(new MockMultipartFile("file", "台帳.csv", null, csv.getBytes(StandardCharsets.UTF_8)))
                        .with(access.as(owner)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }
}
