package org.hoshimori.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.asset.Assets;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.workbook.RegisterWorkbook.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@HoshimoriTest
class SideSheetsTest {

    @Autowired
    RegisterWorkbook workbook;

    @Autowired
    Judgements judgements;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Assets assets;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    MockMvc mvc;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void answers_and_frequencies_come_in_by_choice_and_can_be_taken_back() throws Exception {
        answers.record(owner, Map.of("direction-shown", 3, "people-and-money", 1));
        var page = upload(owner, edited(book -> {
            say(book, 0, 1);
            say(book, 1, 2);
            say(book, 3, 1);
            book.getSheet("脅威の状況").getRow(2).getCell(2).setCellValue(3);
        }));
        assertThat(read(page, owner)).contains("対策状況チェックの答え2個", "脅威の発生頻度1個", "情報資産管理台帳の2行");
        assertThat(answers.answers(owner.organization())).hasSize(2);
        for (var twice = 0; twice < 2; twice++) {
            mvc.perform(post(page + "/take")
                            .param("parts", "-", "register", "answers")
                            .with(access.as(owner)))
                    .andExpect(redirectedUrl(page));
        }
        assertThat(assets.count(owner.organization())).isEqualTo(2);
        assertThat(answers.answers(owner.organization()))
                .isEqualTo(Map.of("direction-shown", 1, "direction-made-concrete", 2, "people-and-money", 1));
        assertThat(answers.frequencies(owner.organization())).isEmpty();
        answers.record(owner, Map.of("direction-made-concrete", 4));
        mvc.perform(post(page + "/undo").with(access.as(owner)))
                .andExpect(flash().attribute("kept", List.of("方針の具体化")));
        assertThat(answers.answers(owner.organization()))
                .isEqualTo(Map.of("direction-shown", 3, "direction-made-concrete", 4, "people-and-money", 1));
        assertThat(assets.count(owner.organization())).isZero();
        mvc.perform(post(page + "/undo").with(access.as(owner)))
                .andExpect(flash().attribute("toast", "intake.toast.too-late"));
    }

    @Test
    void what_nobody_had_answered_is_nobodys_answer_again() throws Exception {
        var page = upload(owner, edited(book -> {
            say(book, 5, 2);
            book.getSheet("脅威の状況").getRow(2).getCell(2).setCellValue(3);
        }));
        mvc.perform(
                post(page + "/take").param("parts", "answers", "frequencies").with(access.as(owner)));
        assertThat(answers.answers(owner.organization())).hasSize(1);
        assertThat(answers.frequencies(owner.organization())).isEqualTo(Map.of("paper-theft-office", 3));
        assertThat(assets.count(owner.organization())).isZero();
        mvc.perform(post(page + "/undo").with(access.as(owner)));
        assertThat(answers.answers(owner.organization())).isEmpty();
        assertThat(answers.frequencies(owner.organization())).isEmpty();
    }

    @Test
    void a_row_whose_place_and_words_disagree_stays_out_with_a_sentence() throws Exception {
        var page = read(
                upload(owner, edited(book -> {
                    for (var item = 0; item < 4; item++) {
                        say(book, item, 1);
                    }
                    var sheet = book.getSheet("対策状況チェック");
                    sheet.getRow(2).getCell(2).setCellValue("方針の具体化");
                    sheet.getRow(3).getCell(2).setCellValue("昼ごはんの献立");
                    sheet.getRow(4).getCell(3).setCellValue(7);
                    book.getSheet("脅威の状況").getRow(2).getCell(0).setCellValue("事務所PC");
                    book.getSheet("脅威の状況").getRow(3).getCell(2).setCellValue("たまに");
                })),
                owner);
        assertThat(page)
                .contains(
                        "3行目のC列：「方針の具体化」は、行の順番と文が合いません。",
                        "4行目のC列：「昼ごはんの献立」は、星守の一覧のどの行とも合いません。",
                        "5行目のD列：「7」は答えではありません。",
                        "3行目のB列：「事務所での書類の盗難」は、行の順番と文が合いません。",
                        "4行目のC列：「たまに」は発生頻度ではありません。",
                        "対策状況チェックの答え1個");
    }

    @Test
    void sentences_of_another_workbook_are_understood_by_what_they_are_about() throws Exception {
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("（３）対策状況 チェック");
            var heads = sheet.createRow(3);
            heads.createCell(1).setCellValue("情報セキュリティ診断項目（チェック項目）");
            heads.createCell(2).setCellValue("回答値（１～３＋４：該当しない）");
            var rows = List.of(
                    "経営者が、会社の方針を全員に提示していますか", "１：実施している",
                    "提示した方針を具体化した決まりがありますか", "2：一部実施している",
                    "対策を進める体制を決め、担当を置いていますか", "3：実施していない／わからない",
                    "対策に要る人と費用を確保していますか", "自社に該当しない");
            for (var row = 0; row < 4; row++) {
                var line = sheet.createRow(4 + row);
                line.createCell(1).setCellValue(rows.get(2 * row));
                line.createCell(2).setCellValue(rows.get(2 * row + 1));
            }
            var page = upload(owner, bytes(book));
            mvc.perform(post(page + "/take").param("parts", "answers").with(access.as(owner)));
        }
        assertThat(answers.answers(owner.organization()))
                .isEqualTo(Map.of(
                        "direction-shown", 1,
                        "direction-made-concrete", 2,
                        "structure-in-place", 3,
                        "people-and-money", 4));
    }

    @Test
    void who_may_not_judge_risks_brings_in_the_register_alone() throws Exception {
        var admin = organizations.person(owner, Role.SYSTEM_ADMIN);
        var page = upload(admin, edited(book -> say(book, 0, 1)));
        assertThat(read(page, admin)).contains("リスク分析の担当者が入れられます").doesNotContain("答え1個");
        mvc.perform(post(page + "/take").param("parts", "register", "answers").with(access.as(admin)));
        assertThat(assets.count(owner.organization())).isEqualTo(2);
        assertThat(answers.answers(owner.organization())).isEmpty();
        mvc.perform(post(page + "/undo").with(access.as(organizations.company())))
                .andExpect(status().isNotFound());
    }

    private byte[] edited(Consumer<XSSFWorkbook> edit) throws Exception {
        var file = workbook.write(new Contents(AssetFixtures.rows(2, 1), judgements.standard(), "3.0", ""));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            edit.accept(book);
            return bytes(book);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws Exception {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static void say(XSSFWorkbook book, int item, int answer) {
        book.getSheet("対策状況チェック").getRow(2 + item).createCell(3).setCellValue(answer);
    }

    private String read(String page, Actor actor) throws Exception {
        return mvc.perform(get(page).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String upload(Actor actor, byte[] file) throws Exception {
        return Objects.requireNonNull(mvc.perform(multipart("/assets/intake")
                        .file(new MockMultipartFile("file", "台帳.xlsx", null, file))
                        .with(access.as(actor)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }
}
