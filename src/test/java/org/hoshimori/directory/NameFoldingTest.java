package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

    @ParameterizedTest
    @CsvSource({
        "株式会社みなと工業, (株)みなと工業",
        "株式会社みなと工業, みなと工業㈱",
        "株式会社みなと工業, ミナト工業　株式会社",
        "ＡＢＣ商事, abc商事",
        "あおぞら・システム, アオゾラシステム",
        "有限会社 山田, (有)山田",
        "ﾔﾏﾀﾞ電機, ヤマダ電機",
        "合同会社A-B, AB合同会社",
        "医療法人社団ひなた会, ひなた会",
        "特定非営利活動法人 海の会, 海の会"
    })
    void the_same_company_written_in_two_ways_folds_to_the_same(String one, String other) {
        assertThat(NameFolding.fold(one)).isEqualTo(NameFolding.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"株式会社みなと工業, 株式会社みなと産業", "山田商店, 山本商店", "ABC, ABD", "第一運輸, 第二運輸", "ひかり会, ひがり会"})
    void different_companies_stay_different(String one, String other) {
        assertThat(NameFolding.fold(one)).isNotEqualTo(NameFolding.fold(other));
    }
}
