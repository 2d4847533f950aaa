package org.hoshimori.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.asset.Assets.Measured;
import org.hoshimori.asset.Assets.Risk;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class ListRepositoryTest {

    private static final Risk HIGH = new Risk("high", "大", 4);
    private static final Risk MIDDLE = new Risk("mid", "中", 2);
    private static final Risk LOW = new Risk("low", "小", 0);

    @Autowired
    ListRepository list;

    @Autowired
    Assets assets;

    @Autowired
    AssetFixtures fixtures;

    @Autowired
    OrganizationFixtures organizations;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_in_every_order_with_a_word_and_without() {
        fixtures.addAll(owner, AssetFixtures.rows(130, 3));
        for (var word : List.of("", "情報資産")) {
            for (var sort : AssetFilter.Sort.values()) {
                var filter = filter(word, "").sorted(sort);
                var seen = new ArrayList<Asset>();
                for (var rows = page(filter); !rows.isEmpty(); rows = page(filter)) {
                    seen.addAll(rows);
                    filter = filter.from(AssetFilter.Place.of(sort).cursor(rows.getLast()));
                }
                assertThat(seen).as(word + sort).hasSize(130).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void a_word_changes_neither_the_order_nor_the_counts() {
        fixtures.addAll(owner, AssetFixtures.rows(40, 8));
        for (var sort : AssetFilter.Sort.values()) {
            assertThat(found(filter("情報資産", "").sorted(sort)))
                    .isEqualTo(found(filter("", "").sorted(sort)));
        }
        assertThat(found(filter("", "")).counts().stream()
                        .mapToInt(count -> count)
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void behind_the_last_page_the_counts_still_stand() {
        fixtures.addAll(owner, AssetFixtures.rows(5, 8));
        var behind = filter("情報資産", "").sorted(AssetFilter.Sort.NAME).from(AssetId.next() + "語");
        assertThat(found(behind).rows()).isEmpty();
        assertThat(found(behind).counts().stream().mapToInt(count -> count).sum())
                .isEqualTo(5);
    }

    @Test
    void words_are_found_however_they_are_written() {
        fixtures.add(owner, AssetFixtures.row("ヘルプデスクのＦＡＱ", "", "office-pc", 1));
        for (var word : List.of("へるぷ", "ﾍﾙﾌﾟ", "faq", "デスク の")) {
            assertThat(found(filter(word, "")).rows()).as(word).hasSize(1);
        }
        for (var word : List.of("%", "_", "!", "\\")) {
            assertThat(found(filter(word, "")).rows()).as(word).isEmpty();
            assertThat(found(filter(word, "")).counts()).as(word).containsExactly(0, 0, 0);
        }
    }

    @Test
    void a_cursor_that_nobody_made_shows_the_first_page() {
        fixtures.addAll(owner, AssetFixtures.rows(3, 4));
        for (var cursor : List.of("x", "'; DROP TABLE", AssetId.next() + "abc", "ü".repeat(60))) {
            assertThat(page(filter("", "").from(cursor))).hasSize(3);
        }
    }

    /// A server is at risk whatever it holds, paper never; what no threat is known of only from the highest importance.
    @Test
    void a_level_shows_the_rows_that_have_it() {
        fixtures.addAll(owner, AssetFixtures.rows(90, 11));
        fixtures.add(owner, AssetFixtures.row("見本品", "", "倉庫の棚", 2));
        fixtures.add(owner, AssetFixtures.row("古い見本品", "", "倉庫の棚", 0));
        var all = assets.all(owner.organization());
        var resting = all.stream().limit(9).map(Asset::id).collect(Collectors.toSet());
        var measured = measured(resting);
        for (var word : List.of("", "資産", "見本")) {
            for (var level : AssetFilter.LEVELS) {
                var expected = all.stream()
                        .filter(row -> row.name().contains(word))
                        .filter(row ->
                                measured.of(row).map(Risk::look).orElse("rest").equals(level))
                        .map(Asset::id)
                        .toList();
                var filter = filter(word, level);
                var found = list.find(owner.organization(), filter, measured, 200);
                assertThat(found.rows())
                        .as(word + level)
                        .extracting(Asset::id)
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(found.counts().stream().mapToInt(count -> count).sum())
                        .isEqualTo(expected.size());
                assertThat(list.ids(owner.organization(), filter, measured, 200))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        var none = list.find(owner.organization(), filter("", AssetFilter.RESTING), measured(Set.of()), 200);
        assertThat(none.rows()).isEmpty();
    }

    @Test
    void another_companys_rows_stay_invisible() {
        fixtures.add(owner, AssetFixtures.row("設計図", "", "office-pc", 2));
        var other = organizations.company().organization();
        for (var word : List.of("", "設計")) {
            var found = list.find(other, filter(word, ""), measured(Set.of()), 10);
            assertThat(found.rows()).isEmpty();
            assertThat(found.counts()).containsExactly(0, 0, 0);
        }
        assertThat(list.ids(other, AssetFilter.NONE, measured(Set.of()), 10)).isEmpty();
        assertThat(list.shares(other).media()).isEmpty();
    }

    private static Measured measured(Set<AssetId> resting) {
        return new Measured(
                Map.of("internal-server", List.of(LOW, HIGH, HIGH), "paper-documents", List.of(LOW, LOW, LOW)),
                List.of(LOW, LOW, MIDDLE),
                resting);
    }

    private static AssetFilter filter(String word, String level) {
        return new AssetFilter.Typed(word, null, null, null, null, level, null, null).filter();
    }

    private List<Asset> page(AssetFilter filter) {
        return list.find(owner.organization(), filter, measured(Set.of()), 25).rows();
    }

    private ListRepository.Found found(AssetFilter filter) {
        return list.find(owner.organization(), filter, measured(Set.of()), 200);
    }
}
