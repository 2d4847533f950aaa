package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.directory.DirectoryFixtures.at;
import static org.hoshimori.directory.DirectoryFixtures.entry;
import static org.hoshimori.directory.DirectoryFixtures.since;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hoshimori.HoshimoriTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

@HoshimoriTest
class SearchRepositoryTest {

    @Autowired
    Directory directory;

    @Autowired
    SearchRepository searches;

    @Test
    void a_part_of_the_name_in_any_writing_finds_it() {
        directory.publish(entry("71000000001", "株式会社澤ノ井ほしぞら工業", "サワノイホシゾラコウギョウ"));
        for (var typed : List.of("ホシゾラ", "ほしぞら", "ﾎｼｿﾞﾗ", "沢ノ井", "澤ノ井ほ", "(株)澤ノ井", "ノイホシ", "71000000001")) {
            assertThat(numbers(find(typed))).as(typed).contains("71000000001");
        }
        assertThat(numbers(find("ホシゾラノ"))).doesNotContain("71000000001");
    }

    @Test
    void one_letter_is_enough() {
        directory.publish(entry("71000000002", "鯱写真館", "シャチシャシンカン"));
        assertThat(numbers(find("鯱"))).containsExactly("71000000002");
        assertThat(searches.find(search("鯱").search(), null).count()).isEqualTo(1);
    }

    @Test
    void signs_that_mean_something_to_a_database_mean_nothing_here() {
        directory.publish(entry("71000000003", "百パーセント100%_社", "ヒャクパーセント"));
        assertThat(numbers(find("100%_"))).contains("71000000003");
        assertThat(numbers(find("1%0"))).doesNotContain("71000000003");
        assertThat(numbers(find("'; DROP TABLE directory_entry; --"))).isEmpty();
    }

    @Test
    void a_municipality_is_found_by_its_beginning_and_by_its_whole_name() {
        directory.publish(at(entry("71000000091", "鵼計算", "ヌエ"), 1, "G", "47", "ながい市"));
        directory.publish(at(entry("71000000092", "鵼測量", "ヌエ"), 1, "G", "47", "ながい市きた区"));
        for (var typed : List.of("なが", "ながい", "ながい市")) {
            assertThat(numbers(searches.find(in(typed).search(), null)))
                    .as(typed)
                    .containsExactlyInAnyOrder("71000000091", "71000000092");
        }
        for (var typed : List.of("ながい市き", "ながい市きた区")) {
            assertThat(numbers(searches.find(in(typed).search(), null)))
                    .as(typed)
                    .containsExactly("71000000092");
        }
        assertThat(numbers(searches.find(in("ながい市きた区い").search(), null))).isEmpty();
        directory.stop("71000000092", LocalDate.of(2026, 11, 1));
        assertThat(numbers(searches.find(in("ながい市").search(), null))).containsExactly("71000000091");
    }

    @Test
    void municipalities_of_one_name_are_told_apart_by_their_prefecture() {
        directory.publish(at(entry("71000000093", "鵯計算", "ヒヨドリ"), 1, "G", "46", "おなじ市"));
        directory.publish(at(entry("71000000094", "鵯測量", "ヒヨドリ"), 1, "G", "47", "おなじ市"));
        for (var typed : List.of("おな", "おなじ市")) {
            assertThat(numbers(searches.find(
                            new SearchForm("鵯", "47", typed, null, null, null, null, null).search(), null)))
                    .containsExactly("71000000094");
            assertThat(numbers(searches.find(
                            new SearchForm("鵯", null, typed, null, null, null, null, null).search(), null)))
                    .containsExactlyInAnyOrder("71000000093", "71000000094");
        }
    }

    private static SearchForm in(String municipality) {
        return new SearchForm("鵼", null, municipality, null, null, null, null, null);
    }

    @Test
    void filters_hold_all_at_once() {
        directory.publish(at(entry("71000000004", "鵺計算センター", "ヌエケイサンセンター"), 1, "G", "47", "みなみ市"));
        var right = new SearchForm("鵺", "47", "みな", "G", "1", "2026-01-01", null, null);
        assertThat(numbers(searches.find(right.search(), null))).containsExactly("71000000004");
        for (var wrong : List.of(
                new SearchForm("鵺", "46", null, null, null, null, null, null),
                new SearchForm("鵺", null, "きた", null, null, null, null, null),
                new SearchForm("鵺", null, null, "E", null, null, null, null),
                new SearchForm("鵺", null, null, null, "2", null, null, null),
                new SearchForm("鵺", null, null, null, null, "2026-12-01", null, null))) {
            assertThat(numbers(searches.find(wrong.search(), null)))
                    .as(wrong.toString())
                    .isEmpty();
            assertThat(searches.find(wrong.search(), null).count()).isZero();
        }
        assertThat(numbers(find("7000012050002"))).contains("71000000004");
    }

    @Test
    void the_newest_stand_first_and_pages_follow_without_gap_or_repetition() {
        var many = IntStream.range(0, 45)
                .mapToObj(i -> since(
                        entry("72000000%03d".formatted(i), "麒麟堂第%02d店".formatted(i), "キリンドウ%02d".formatted(99 - i)),
                        LocalDate.of(2026, 1, 1).plusDays(i / 3)))
                .toList();
        directory.publishAll(many);
        for (var order : List.of("", "name")) {
            var all = new ArrayList<DirectoryEntry>();
            Search.@Nullable Cursor after = null;
            do {
                var form = new SearchForm(
                        "麒麟堂", null, null, null, null, null, order, after == null ? null : after.toString());
                var found = searches.find(form.search(), form.cursor());
                all.addAll(found.entries());
                after = found.next();
            } while (after != null);
            assertThat(all).hasSize(45).doesNotHaveDuplicates();
            assertThat(all.getFirst().number()).isEqualTo("72000000044");
        }
        assertThat(searches.find(search("麒麟堂").search(), null).count()).isEqualTo(45);
    }

    @Test
    void a_rare_word_beyond_the_newest_is_found_by_its_letters() {
        directory.publish(since(entry("73000000000", "鳳凰堂本舗", "ホウオウドウ"), LocalDate.of(2001, 1, 1)));
        for (var thousand = 1; thousand <= 9; thousand++) {
            var first = "73%05d".formatted(thousand);
            directory.publishAll(IntStream.range(0, 1000)
                    .mapToObj(i -> entry("%s%04d".formatted(first, i), "一般商店%d".formatted(i), "イッパンショウテン"))
                    .toList());
        }
        assertThat(numbers(find("鳳凰"))).containsExactly("73000000000");
        assertThat(searches.find(search("鳳凰").search(), null).count()).isEqualTo(1);
        assertThat(searches.find(search("一般商店").search(), null).count()).isEqualTo(SearchRepository.COUNTED + 1);
        assertThat(searches.find(search("一般商店7").search(), null).count()).isEqualTo(9 * 111);
        var byName = new SearchForm("鳳凰", null, null, null, null, null, "name", null);
        assertThat(numbers(searches.find(byName.search(), null))).containsExactly("73000000000");
    }

    @Test
    void a_number_of_any_length_is_found_and_a_few_digits_may_be_part_of_a_name() {
        directory.publish(entry("7654321", "鵲商店", "カササギ"));
        directory.publish(entry("76543210987654", "鵲商会", "カササギ"));
        directory.publish(entry("71000000010", "鵲7531番", "カササギ"));
        assertThat(numbers(find("7654321"))).containsExactly("7654321");
        assertThat(numbers(find("７６５４-3210-987654"))).containsExactly("76543210987654");
        assertThat(numbers(find("7531"))).contains("71000000010");
    }

    @Test
    void the_number_of_a_sample_is_nobodys() {
        var at = at(entry("71000000011", "鶸商店", "ヒワ"), 1, "G", "47", "みなみ市");
        directory.publish(DirectoryFixtures.numbered(at, "6999900000001"));
        assertThat(find("鶸").entries().getFirst().corporateNumber()).isNull();
        assertThat(numbers(find("6999900000001"))).isEmpty();
    }

    @Test
    void the_next_page_is_of_the_same_search() {
        var form = new SearchForm("エー+ビー{x} & ％", "13", "みな", null, null, null, "name", null);
        var address = UriComponentsBuilder.fromUriString(form.address(new Search.Cursor("ｱ+~", "71")));
        var read = address.build().getQueryParams();
        assertThat(SearchForm.of(name -> decoded(read.getFirst(name))))
                .isEqualTo(new SearchForm("エー+ビー{x} & ％", "13", "みな", null, null, null, "name", "ｱ+~~71"));
    }

    /// As a server reads a query: a plus is a space.
    private static @Nullable String decoded(@Nullable String value) {
        return value == null ? null : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    @Test
    void a_stopped_one_is_found_by_nothing_and_comes_back_when_it_starts_again() {
        var entry = entry("71000000009", "獏寝具店", "バクシングテン");
        directory.publish(entry);
        directory.stop("71000000009", LocalDate.of(2026, 11, 20));
        assertThat(numbers(find("獏"))).isEmpty();
        assertThat(directory.find("71000000009")).isEmpty();
        directory.publish(entry);
        assertThat(numbers(find("獏"))).containsExactly("71000000009");
    }

    private Search.Found find(String typed) {
        return searches.find(search(typed).search(), null);
    }

    private static SearchForm search(String typed) {
        return new SearchForm(typed, null, null, null, null, null, null, null);
    }

    private static List<String> numbers(Search.Found found) {
        return found.entries().stream().map(DirectoryEntry::number).toList();
    }
}
