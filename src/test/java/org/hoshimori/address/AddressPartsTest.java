package org.hoshimori.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.content.Editions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Addresses taken apart; all but the prefectures are made up.
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
        "沖縄県うみ村, 47, うみ村, '', ''"
    })
    void an_address_is_taken_apart(String address, String prefecture, String municipality, String town, String street) {
        assertThat(addresses().read(address)).contains(new AddressParts.Parts(prefecture, municipality, town, street));
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
