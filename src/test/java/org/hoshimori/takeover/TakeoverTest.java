package org.hoshimori.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hoshimori.takeover.TakeoverFixtures.HEADS;
import static org.hoshimori.takeover.TakeoverFixtures.number;
import static org.hoshimori.takeover.TakeoverFixtures.row;
import static org.hoshimori.takeover.TakeoverFixtures.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.database.Database;
import org.hoshimori.directory.Directory;
import org.hoshimori.directory.DirectoryEntry.Holder;
import org.hoshimori.programme.Numbers;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Draft;
import org.hoshimori.programme.ProgrammeTexts.Kind;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.takeover.Run.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.TestPropertySource;

@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=immediate")
class TakeoverTest {

    @Autowired
    TakeoverFixtures fixtures;

    @Autowired
    Takeovers takeovers;

    @Autowired
    TakeoverRepository runs;

    @Autowired
    Work work;

    @Autowired
    ProgrammeTexts texts;

    @Autowired
    Directory directory;

    @Autowired
    Numbers numbers;

    @Autowired
    Database database;

    @Test
    void a_dry_run_counts_and_writes_nothing() throws Exception {
        var list = fixtures.list();
        var run = fixtures.looked(rows(list, 3));
        assertThat(run.state()).isEqualTo(State.LOOKED);
        assertThat(run.rows()).isEqualTo(3);
        assertThat(run.counts()).isEqualTo(new Run.Counts(3, 0, 0, 0, 0));
        assertThat(directory.find(number(list, 1))).isEmpty();
    }

    @Test
    void declarations_keep_their_numbers_and_stand_in_the_directory_like_accepted_ones() throws Exception {
        var list = fixtures.list();
        var run = fixtures.taken(fixtures.looked(rows(list, 3)));
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.counts().imported()).isEqualTo(3);
        var entry = directory.find(number(list, 2)).orElseThrow();
        assertThat(entry.star()).isEqualTo(2);
        assertThat(entry.since()).isEqualTo(LocalDate.of(2023, 4, 1));
        assertThat(entry.industry()).isEqualTo("E");
        assertThat(entry.prefecture()).isEqualTo("13");
        assertThat(entry.town()).isEqualTo("星見町");
        assertThat(numbers.takeOver(number(list, 2))).isFalse();
    }

    @Test
    void an_industry_is_known_by_the_operators_name_and_by_the_shipped_one() throws Exception {
        var own =
                new Draft(Kind.INDUSTRIES, "standard", "", "E ものづくり / Craft\nG 製造業", Today.inJapan(), Text.State.SHOWN);
        var shipped = new Draft(Kind.INDUSTRIES, "standard", "", "E x", Today.inJapan(), Text.State.ENDED);
        var list = fixtures.list();
        var words = List.of("ものづくり", "E　ものづくり", "craft", "建設業", "製造業");
        var text = new StringBuilder(TakeoverFixtures.HEADS);
        for (var row = 0; row < words.size(); row++) {
            text.append(TakeoverFixtures.row(number(list, row), "株式会社業種" + list + "の" + row)
                    .replace("E 製造業", words.get(row)));
        }
        texts.save(fixtures.head(), own);
        try {
            assertThat(fixtures.taken(fixtures.looked(text.toString())).counts().imported())
                    .isEqualTo(words.size());
        } finally {
            texts.save(fixtures.head(), shipped);
        }
        assertThat(IntStream.range(0, words.size())
                        .mapToObj(row ->
                                directory.find(number(list, row)).orElseThrow().industry()))
                .containsExactly("E", "E", "E", "D", "G");
    }

    @Test
    void the_same_file_again_gives_nothing_new() throws Exception {
        var list = fixtures.list();
        fixtures.taken(fixtures.looked(rows(list, 5)));
        var again = fixtures.looked(rows(list, 5));
        assertThat(again.counts()).isEqualTo(new Run.Counts(0, 5, 0, 0, 0));
        assertThat(takeovers.start(fixtures.head(), again.id())).isEqualTo(Takeovers.Answer.NOT_NOW);
    }

    @Test
    void a_number_that_was_kept_alone_still_gets_its_declaration() throws Exception {
        var list = fixtures.list();
        numbers.takeOver(number(list, 1));
        var run = fixtures.taken(fixtures.looked(rows(list, 2)));
        assertThat(run.counts().imported()).isEqualTo(2);
        assertThat(directory.find(number(list, 1))).isPresent();
        assertThat(fixtures.looked(rows(list, 2)).counts().known()).isEqualTo(2);
    }

    @Test
    void rows_without_a_number_are_known_by_their_key_and_get_one_here() throws Exception {
        var key = "K-" + System.nanoTime();
        var text = "管理番号,星,宣言日,名称,業種,所在地\n" + key + ",一つ星,2024/1/5,合同会社鍵," + "I,北海道ほし市月見町3-4\n";
        var run = fixtures.taken(fixtures.looked(text));
        assertThat(run.counts().imported()).isEqualTo(1);
        assertThat(fixtures.looked(text).counts()).isEqualTo(new Run.Counts(0, 1, 0, 0, 0));
    }

    @Test
    void an_import_killed_in_the_middle_goes_on_and_writes_every_row_once() throws Exception {
        var list = fixtures.list();
        var run = fixtures.looked(rows(list, 3_500));
        takeovers.start(fixtures.head(), run.id());
        fixtures.step(run);
        assertThatThrownBy(() -> database.across(_ -> {
                    fixtures.step(run);
                    throw new IllegalStateException("killed between two ticks");
                }))
                .hasMessageContaining("killed");
        assertThat(fixtures.again(run).counts().imported()).isBetween(999, 1_000);
        assertThat(directory.find(number(list, 1_500))).isEmpty();
        var stops = new int[1];
        assertThat(work.run(() -> stops[0]++ >= 1)).isEqualTo(1);
        while (fixtures.step(run)) {
            // Another node goes on.
        }
        var done = fixtures.again(run);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts().imported()).isEqualTo(3_500);
        for (var row : List.of(1, 999, 1_000, 1_001, 2_500, 3_500)) {
            assertThat(directory.find(number(list, row))).isPresent();
        }
    }

    @Test
    void a_stopped_import_keeps_what_it_wrote_and_forgets_the_rows() throws Exception {
        var list = fixtures.list();
        var run = fixtures.looked(rows(list, 1_500));
        takeovers.start(fixtures.head(), run.id());
        fixtures.step(run);
        assertThat(takeovers.cancel(fixtures.head(), run.id())).isEqualTo(Takeovers.Answer.DONE);
        assertThat(fixtures.step(run)).isFalse();
        assertThat(fixtures.again(run).state()).isEqualTo(State.CANCELLED);
        assertThat(directory.find(number(list, 1))).isPresent();
        assertThat(directory.find(number(list, 1_400))).isEmpty();
        assertThat(runs.chunk(run.id(), 0)).isEmpty();
        assertThat(fixtures.taken(fixtures.looked(rows(list, 1_500))).counts().imported())
                .isBetween(500, 501);
    }

    @Test
    void what_is_wrong_is_said_row_by_row_and_the_rest_comes_over() throws Exception {
        var list = fixtures.list();
        var given = numbers.next();
        var text = HEADS
                + row(number(list, 1), "株式会社よい")
                + row(number(list, 1), "株式会社二度")
                + row(given, "株式会社使用中")
                + row("12-ab", "株式会社番号")
                + row("", "株式会社なし")
                + row(number(list, 2), "")
                + row(number(list, 3), "株式会社三").replace("★★", "三つ星")
                + row(number(list, 4), "株式会社四").replace("令和5年4月1日", "2999/1/1")
                + row(number(list, 5), "株式会社五").replace("E 製造業", "ZZ")
                + row(number(list, 6), "株式会社六").replace("東京都", "火星")
                + row(number(list, 7), "株式会社七").replace("みなと市", "")
                + row(number(list, 8), "株式会社" + "長".repeat(300))
                + row(number(list, 9), "株式会社九").replace("8000012059001", "8000012059002")
                + "短い行\n";
        var run = fixtures.looked(text);
        assertThat(run.counts()).isEqualTo(new Run.Counts(2, 0, 12, 1, 0));
        assertThat(runs.troubles(run.id(), 100))
                .extracting(trouble -> trouble.line() + " " + trouble.reason())
                .contains(
                        "3 twice 2",
                        "4 number-given",
                        "5 number",
                        "6 no-number",
                        "7 name",
                        "8 star",
                        "9 since",
                        "10 industry",
                        "11 prefecture",
                        "12 municipality",
                        "13 long",
                        "14 corporate-number",
                        "15 number");
        assertThat(fixtures.taken(run).counts().imported()).isEqualTo(2);
        assertThat(directory.find(number(list, 9)).orElseThrow().corporateNumber())
                .isNull();
    }

    @Test
    void whoever_does_not_look_like_a_company_appears_with_the_municipality_only() throws Exception {
        var list = fixtures.list();
        var text = HEADS
                + row(number(list, 1), "小川 一郎").replace("8000012059001", "")
                + row(number(list, 2), "株式会社小川").replace("8000012059001", "");
        fixtures.taken(fixtures.looked(text));
        var alone = directory.find(number(list, 1)).orElseThrow();
        assertThat(alone.holder()).isEqualTo(Holder.SOLE_PROPRIETOR);
        assertThat(alone.town()).isEmpty();
        assertThat(directory.find(number(list, 2)).orElseThrow().town()).isEqualTo("星見町");
    }

    @Test
    void what_stands_behind_a_municipality_in_its_column_is_not_public() throws Exception {
        var list = fixtures.list();
        var text = HEADS
                + row(number(list, 1), "小川 二郎")
                        .replace("8000012059001", "")
                        .replace("みなと市,星見町,1-2-3", "みなと市星見町1-2-3,,");
        fixtures.taken(fixtures.looked(text));
        var alone = directory.find(number(list, 1)).orElseThrow();
        assertThat(alone.municipality()).isEqualTo("みなと市");
        assertThat(alone.town()).isEmpty();
    }

    @Test
    void a_stopped_one_keeps_its_number_and_is_not_found() throws Exception {
        var list = fixtures.list();
        var text = "宣言番号,星の数,宣言日,事業者名,業種,住所,状態,停止日\n" + number(list, 1)
                + ",1,20200401,株式会社停止,情報通信業,大阪府なにわ市中央区星見町1,停止,2022-02-02\n";
        var run = fixtures.taken(fixtures.looked(text));
        assertThat(run.counts().imported()).isEqualTo(1);
        assertThat(directory.find(number(list, 1))).isEmpty();
        assertThat(numbers.takeOver(number(list, 1))).isFalse();
    }

    @Test
    void what_stands_twice_is_named_with_the_other_line() throws Exception {
        var number = number(fixtures.list(), 1);
        var run = fixtures.looked(HEADS + row(number, "株式会社よい") + row(number, "株式会社二度"));
        var twice = runs.troubles(run.id(), 1).getFirst();
        assertThat(List.of(twice.key(), twice.named(), twice.typed()))
                .containsExactly("takeover.problem.twice", "2", number);
    }

    @Test
    void one_that_was_stopped_before_it_was_declared_is_refused() throws Exception {
        var list = fixtures.list();
        var text = "宣言番号,星の数,宣言日,事業者名,業種,住所,状態,停止日\n" + number(list, 1)
                + ",1,20200401,株式会社停止,情報通信業,大阪府なにわ市中央区星見町1,停止,2020-03-31\n";
        var run = fixtures.looked(text);
        assertThat(run.counts().refused()).isEqualTo(1);
        assertThat(runs.troubles(run.id(), 9)).extracting(Trouble::reason).containsExactly("stopped-before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "UTF-16"})
    void the_letters_are_found_out(String charset) throws Exception {
        var list = fixtures.list();
        var run = fixtures.bring(rows(list, 1), Charset.forName(charset));
        assertThat(run.columns().columns()).hasSize(13);
        assertThat(run.columns().header()).isEqualTo(1);
    }

    @Test
    void a_workbook_comes_in_too() throws Exception {
        var list = fixtures.list();
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", null)) {
            var sheet = book.newWorksheet("一覧");
            var lines = rows(list, 2).split("\r\n");
            for (var line = 0; line < lines.length; line++) {
                var cells = lines[line].split(",");
                for (var cell = 0; cell < cells.length; cell++) {
                    sheet.value(line, cell, cells[cell]);
                }
            }
        }
        var run = fixtures.bring(bytes.toByteArray());
        while (fixtures.step(run)) {
            // The dry run.
        }
        assertThat(fixtures.again(run).counts().fresh()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_no_list_is_refused_in_a_word() throws Exception {
        for (var bytes : List.of(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
                new byte[] {'P', 'K', 3, 4, 0},
                new byte[] {1, 0, 2, 0},
                new byte[] {(byte) 0x81})) {
            assertThat(takeovers.bring(fixtures.head(), "x", new ByteArrayResource(bytes)))
                    .isInstanceOf(Takeovers.Outcome.Refused.class);
        }
        var nothing = fixtures.bring("あ,い,う\n1,2,3\n");
        assertThat(nothing.state()).isEqualTo(State.LOOKED);
        assertThat(nothing.columns().missing()).contains(Column.NAME, Column.STAR);
    }

    @Test
    void rows_that_no_list_should_have_are_refused_and_stop_nothing() throws Exception {
        var list = fixtures.list();
        var long1 = new StringBuilder();
        for (var letter = 0; letter < 1_900; letter++) {
            long1.append((char) (0x4e00 + (letter * 7919) % 20_000));
        }
        var heads = HEADS.replace("\r\n", ",基本方針URL\r\n");
        var good = row(number(list, 1), "株式会社良い行").replace("\r\n", ",//example.com/policy\r\n");
        var run = fixtures.looked(heads + good + row(long1.toString(), "株式会社長い番号"));
        assertThat(run.state()).isEqualTo(State.LOOKED);
        assertThat(run.counts().fresh()).isEqualTo(1);
        assertThat(run.counts().refused()).isEqualTo(1);
    }
}
