package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The labelled set of names: pairs that are the same company written in two ways, and pairs that are not.
class NameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "株式会社さくら精機, サクラ精機(株)",
        "（株）さくら精機, 株式会社 さくら精機",
        "㈱さくら精機, さくら精機株式会社",
        "有限会社ヤマダ・カメラ, ﾔﾏﾀﾞｶﾒﾗ㈲",
        "澤田鐵工所, 沢田鉄工所",
        "櫻井廣告社, 桜井広告社",
        "髙橋商店, 高橋商店",
        "合同会社ABC, ａｂｃ合同会社",
        "医療法人社団みどり会, みどり会",
        "特定非営利活動法人 ほしの森, ＮＰＯ法人ほしの森",
        "一般社団法人まち, (一社)まち",
        "A.B.C. Works, ＡＢＣworks"
    })
    void two_ways_to_write_one_name_are_the_same(String one, String other) {
        assertThat(NameFolding.fold(one)).isEqualTo(NameFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"株式会社さくら精機, 株式会社さくら製機", "山田商店, 山本商店", "サクラ写真館, サクラ写真", "ヤマト, ヤマド", "東京電機, 東京電気"})
    void two_names_stay_two(String one, String other) {
        assertThat(NameFolding.fold(one)).isNotEqualTo(NameFolding.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "(株)", "合同会社"})
    void a_name_that_is_only_a_kind_of_company_does_not_vanish(String name) {
        assertThat(NameFolding.fold(name)).isNotEmpty();
    }

    @Test
    void folding_twice_changes_nothing_more() {
        var folded = NameFolding.fold("（株）澤田・鐵工ﾒｰｶｰ 2号");
        assertThat(NameFolding.fold(folded)).isEqualTo(folded);
    }
}
