package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The labelled set of names: pairs that are the same company written in two ways, and pairs that are not.
class NameFoldingTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/directory/names.csv")
    void one_name_is_told_from_two(String label, String one, String other) {
        assertThat(NameFolding.fold(one).equals(NameFolding.fold(other)))
                .as("%s and %s become %s and %s", one, other, NameFolding.fold(one), NameFolding.fold(other))
                .isEqualTo(label.equals("same"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/directory/names.csv")
    void folding_twice_changes_nothing_more(String label, String one, String other) {
        assertThat(label).isIn("same", "two");
        assertThat(NameFolding.fold(NameFolding.fold(one))).isEqualTo(NameFolding.fold(one));
        assertThat(NameFolding.fold(NameFolding.fold(other))).isEqualTo(NameFolding.fold(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"株式会社", "(株)", "合同会社"})
    void a_name_that_is_only_a_kind_of_company_does_not_vanish(String name) {
        assertThat(NameFolding.fold(name)).isNotEmpty();
    }
}
