package org.hoshimori.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Addresses taken apart; towns are made up.
@HoshimoriTest
class AddressPartsTest {

    @Autowired
    Editions editions;

    @Autowired
    Places places;

    @Autowired
    AddressFixtures postalCodes;

    @AfterEach
    void other_tests_type_their_addresses() {
        postalCodes.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "東京都みなと市星見町1-2-3 ビル2階, 13, みなと市, 星見町, 1-2-3ビル2階",
        "東京都ほしの区月見台４－５, 13, ほしの区, 月見台, 4-5",
        "神奈川県はま市みなみ区星見町9, 14, はま市みなみ区, 星見町, 9",
        "北海道空郡森町字丘12番地, 01, 空郡森町, 字丘, 12番地",
        "沖縄県うみ村, 47, うみ村, '', ''",
        "東京都ほしの区月見橋三丁目四番五号, 13, ほしの区, 月見橋三丁目, 四番五号",
        "東京都ほしの区月見橋四番地, 13, ほしの区, 月見橋, 四番地"
    })
    void an_address_is_taken_apart(String address, String prefecture, String municipality, String town, String street) {
        assertThat(addresses().read(address)).contains(new AddressParts.Parts(prefecture, municipality, town, street));
    }

    /// Names that end before their end, and names as short as can be.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "愛知県蒲郡市",
                "奈良県大和郡山市",
                "福岡県小郡市",
                "三重県四日市市",
                "三重県津市",
                "東京都武蔵村山市",
                "東京都東村山市",
                "東京都羽村市",
                "東京都町田市",
                "東京都港区",
                "東京都北区",
                "東京都新島村",
                "新潟県十日町市",
                "長野県大町市",
                "長崎県大村市",
                "千葉県市川市",
                "愛知県豊田市",
                "愛知県名古屋市中村区",
                "大阪府堺市堺区",
                "栃木県芳賀郡市貝町",
                "群馬県佐波郡玉村町",
                "富山県中新川郡上市町",
                "奈良県高市郡明日香村",
                "北海道余市郡余市町",
                "宮城県柴田郡村田町",
                "山形県東村山郡山辺町",
                "沖縄県国頭郡東村"
            })
    void the_municipality_ends_where_its_name_ends(String place) {
        for (var town : List.of("元町", "星見台", "麻布十番一丁目")) {
            var parts = addresses().read(place + town + "1-2-3").orElseThrow();
            assertThat(place)
                    .as(town)
                    .endsWith(parts.municipality())
                    .hasSizeLessThan(5 + parts.municipality().length());
            assertThat(parts.town() + parts.street()).isEqualTo(town + "1-2-3");
        }
    }

    @Test
    void with_the_official_codes_a_name_that_hides_another_one_is_read_right() {
        assertThat(addresses().read("北海道空郡森町町中1").orElseThrow().municipality()).isEqualTo("空郡森町");
        postalCodes.load();
        var parts = addresses().read("東京都みなと市星見町1").orElseThrow();
        assertThat(parts.municipality()).isEqualTo("みなと市");
        assertThat(parts.town()).isEqualTo("星見町");
    }

    @ParameterizedTest
    @CsvSource({"13, 13", "1, 01", "東京都, 13", "東京, 13", "北海道, 01", "京都, 26", "大阪府, 27", "０４, 04"})
    void a_prefecture_is_known_by_code_and_name(String typed, String code) {
        assertThat(addresses().prefecture(typed)).contains(code);
    }

    private AddressParts addresses() {
        return new AddressParts(
                editions.standard(Locale.JAPANESE).prefectures().stream().toList(), places);
    }
}
