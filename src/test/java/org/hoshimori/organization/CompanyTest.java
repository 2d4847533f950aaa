package org.hoshimori.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;

class CompanyTest {

    private static final Edition EDITION = Editions.shipped().standard(Locale.JAPANESE);

    private static final Company COMPANY = new Company(
            OrganizationId.next(),
            "みなと工業株式会社",
            false,
            OffsetDateTime.of(2026, 11, 20, 9, 0, 0, 0, ZoneOffset.UTC),
            Company.Facts.UNKNOWN,
            null);

    @ParameterizedTest
    @CsvSource({"0,under-6", "5,under-6", "6,6-20", "20,6-20", "21,21-100", "100,21-100", "101,over-100"})
    void the_size_class_switches_exactly_at_its_limits(int employees, String expected) {
        assertThat(with(String.valueOf(employees), null, null, null, null)
                        .applyTo(COMPANY)
                        .facts()
                        .sizeClass())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'１０，０００，０００',10000000",
        "1000万円,10000000",
        "1億円,100000000",
        "'10,000,000円',10000000",
        "￥500000,500000",
        "0,0"
    })
    void money_is_read_as_people_write_it(String typed, long yen) {
        var form = with(null, typed, null, null, null);
        assertThat(form.problems(none(form), EDITION).list()).isEmpty();
        assertThat(form.applyTo(COMPANY).facts().capitalYen()).isEqualTo(yen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"たくさん", "-1", "1e9", "1.5", "999999999999999億", "100000000000001"})
    void what_is_no_amount_is_refused(String typed) {
        assertThat(problem(with(null, typed, null, null, null)).key())
                .isEqualTo("organization.company.problem.capital");
    }

    @Test
    void a_number_that_is_too_short_says_how_many_digits_there_are() {
        var problem = problem(with(null, null, "７０００－０１２０５０００", null, null));
        assertThat(problem.field()).isEqualTo("corporateNumber");
        assertThat(problem.key()).isEqualTo("organization.company.problem.digits");
        assertThat(problem.arguments()).isEqualTo(List.of(12));
    }

    @Test
    void a_wrong_check_digit_and_letters_have_their_own_sentences() {
        assertThat(problem(with(null, null, "6000012050002", null, null)).key())
                .isEqualTo("organization.company.problem.check");
        assertThat(problem(with(null, null, "T7000012050002", null, null)).key())
                .isEqualTo("organization.company.problem.letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "www.example.co.jp", "ftp://example.jp", "https://", "https://a b"})
    void only_addresses_of_the_web_are_taken(String typed) {
        assertThat(problem(with(null, null, null, typed, null)).key())
                .isEqualTo("organization.company.problem.website");
    }

    @Test
    void hiragana_and_half_width_kana_become_katakana_and_kanji_does_not() {
        assertThat(with(null, null, null, null, "みなとｺｳｷﾞｮｳ")
                        .applyTo(COMPANY)
                        .facts()
                        .kana())
                .isEqualTo("ミナトコウギョウ");
        assertThat(problem(with(null, null, null, null, "港コウギョウ")).field()).isEqualTo("kana");
    }

    @Test
    void each_fact_that_differs_is_one_change() {
        var changed = with("12", "1000万", "7000012050002", "https://example.jp", "ミナト")
                .applyTo(COMPANY);
        assertThat(COMPANY.changesTo(changed))
                .extracting(Change::action)
                .containsExactlyInAnyOrder(
                        "changed-employees",
                        "changed-capital",
                        "changed-corporate-number",
                        "changed-website",
                        "changed-kana");
        assertThat(COMPANY.changesTo(COMPANY)).isEmpty();
    }

    private static Problem problem(CompanyForm form) {
        var problems = form.problems(none(form), EDITION).list();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static BeanPropertyBindingResult none(CompanyForm form) {
        return new BeanPropertyBindingResult(form, "companyForm");
    }

    private static CompanyForm with(
            @Nullable String employees,
            @Nullable String capital,
            @Nullable String number,
            @Nullable String website,
            @Nullable String kana) {
        return new CompanyForm(
                COMPANY.name(),
                kana,
                number,
                null,
                null,
                null,
                null,
                employees,
                null,
                website,
                null,
                new CompanyForm.Money(capital, null));
    }
}
