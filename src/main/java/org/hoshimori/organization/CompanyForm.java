package org.hoshimori.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.content.Appendix;
import org.hoshimori.content.Edition;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Problems.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/// The company's facts as they are typed: numbers in any width, with or without commas.
record CompanyForm(
        @NotBlank(message = "web.problem.required")
        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String name,

        @Size(max = 200, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String kana,

        @Size(max = 100, message = "web.problem.long") @Nullable
        String corporateNumber,

        @Nullable String soleProprietor,
        @Nullable String industry,
        @Nullable String prefecture,

        @Size(max = 300, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String address,

        @Size(max = 100, message = "web.problem.long") @Nullable
        String employees,

        @Size(max = 100, message = "web.problem.long")
        @Pattern(regexp = ONE_LINE, message = "web.problem.control")
        @Nullable
        String representative,

        @Size(max = 300, message = "web.problem.long") @Nullable
        String website,

        @Size(max = 500, message = "web.problem.long")
        @Pattern(regexp = "[\\P{Cntrl}\\r\\n]*", message = "web.problem.control")
        @Nullable
        String contact,

        @Valid @Nullable Money money) {

    private static final String ONE_LINE = "\\P{Cntrl}*";
    private static final int MOST_EMPLOYEES = 1_000_000;
    private static final long MOST_YEN = 100_000_000_000_000L;
    private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("([0-9]{1,15})(万|億)?[円人名]?");

    /// Amounts in yen.
    ///
    /// @param budget per year, for information security
    record Money(
            @Size(max = 100, message = "web.problem.long") @Nullable
            String capital,

            @Size(max = 100, message = "web.problem.long") @Nullable
            String budget) {

        static final Money NONE = new Money(null, null);
    }

    Money amounts() {
        return money == null ? Money.NONE : money;
    }

    static CompanyForm of(Company company) {
        var facts = company.facts();
        return new CompanyForm(
                company.name(),
                facts.kana(),
                facts.corporateNumber() == null ? null : facts.corporateNumber().digits(),
                facts.soleProprietor() ? "on" : null,
                facts.industry(),
                facts.prefecture(),
                facts.address(),
                spelled(facts.employees()),
                facts.representative(),
                facts.website(),
                company.contact(),
                new Money(spelled(facts.capitalYen()), spelled(facts.yearlyBudgetYen())));
    }

    /// The same with the address of a postal code.
    CompanyForm at(Organizations.PostalCodes.Street street) {
        return new CompanyForm(
                name,
                kana,
                corporateNumber,
                soleProprietor,
                industry,
                street.prefecture(),
                street.address(),
                employees,
                representative,
                website,
                contact,
                money);
    }

    /// Everything that is wrong, in the order of the page.
    Problems problems(Errors errors, Edition edition) {
        var found = new ArrayList<>(Problems.of(errors).list());
        var known = new HashSet<>(found.stream().map(Problem::field).toList());
        kanaProblem().filter(problem -> known.add(problem.field())).ifPresent(found::add);
        numberProblem().filter(problem -> known.add(problem.field())).ifPresent(found::add);
        if (blank(industry) != null
                && edition.industries().stream()
                        .map(Appendix.Industry::code)
                        .noneMatch(code -> code.equals(industry))) {
            found.add(problem("industry", "web.problem.type"));
        }
        if (blank(prefecture) != null
                && edition.prefectures().stream()
                        .map(Appendix.Prefecture::code)
                        .noneMatch(code -> code.equals(prefecture))) {
            found.add(problem("prefecture", "web.problem.type"));
        }
        amountProblem("employees", employees, MOST_EMPLOYEES).ifPresent(found::add);
        amountProblem("money.capital", amounts().capital(), MOST_YEN).ifPresent(found::add);
        if (website != null && !website.isBlank() && !address(website)) {
            found.add(problem("website", "organization.company.problem.website"));
        }
        amountProblem("money.budget", amounts().budget(), MOST_YEN).ifPresent(found::add);
        return new Problems(found);
    }

    /// The company with these facts. Only after [#problems] found none.
    Company applyTo(Company company) {
        var people = amount(employees, MOST_EMPLOYEES);
        return new Company(
                company.id(),
                name == null ? "" : name.strip(),
                company.sample(),
                company.createdAt(),
                new Company.Facts(
                        katakana(),
                        corporateNumber == null || corporateNumber.isBlank()
                                ? null
                                : CorporateNumber.parse(corporateNumber).orElseThrow(),
                        soleProprietor != null,
                        blank(industry),
                        blank(prefecture),
                        blank(address),
                        people == null ? null : people.intValue(),
                        amount(amounts().capital(), MOST_YEN),
                        blank(representative),
                        blank(website),
                        amount(amounts().budget(), MOST_YEN)),
                blank(contact));
    }

    private Optional<Problem> kanaProblem() {
        var typed = katakana();
        return typed == null || typed.matches("[\\p{IsKatakana}ー・\\p{IsLatin}0-9&.,\\-'() ]+")
                ? Optional.empty()
                : Optional.of(problem("kana", "organization.company.problem.kana"));
    }

    private Optional<Problem> numberProblem() {
        if (corporateNumber == null || corporateNumber.isBlank()) {
            return Optional.empty();
        }
        if (soleProprietor != null) {
            return Optional.of(problem("corporateNumber", "organization.company.problem.both"));
        }
        if (CorporateNumber.parse(corporateNumber).isPresent()) {
            return Optional.empty();
        }
        var typed = narrow(corporateNumber).replaceAll("[\\s\\p{Pd}ー−]", "");
        if (!typed.matches("[0-9]*")) {
            return Optional.of(problem("corporateNumber", "organization.company.problem.letters"));
        }
        return Optional.of(
                typed.length() == 13
                        ? problem("corporateNumber", "organization.company.problem.check")
                        : problem("corporateNumber", "organization.company.problem.digits", typed.length()));
    }

    private static Optional<Problem> amountProblem(String field, @Nullable String typed, long most) {
        return blank(typed) == null || amount(typed, most) != null
                ? Optional.empty()
                : Optional.of(problem(field, "organization.company.problem." + field.replaceFirst(".*\\.", "")));
    }

    private static Problem problem(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    /// Half-width kana and hiragana become katakana: both are what people have at hand.
    private @Nullable String katakana() {
        var typed = blank(kana);
        if (typed == null) {
            return null;
        }
        var text = new StringBuilder();
        narrow(typed)
                .codePoints()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /// 1,000万円 is 10000000. Null when it is no number, or beyond what is possible.
    private static @Nullable Long amount(@Nullable String typed, long most) {
        if (typed == null) {
            return null;
        }
        var found = NUMBER.matcher(narrow(typed).replaceAll("[,、\\s¥￥]", ""));
        if (!found.matches()) {
            return null;
        }
        var unit = found.group(2) == null ? 1 : found.group(2).equals("万") ? 10_000 : 100_000_000;
        var number = Long.parseLong(found.group(1));
        return number <= most / unit ? number * unit : null;
    }

    private static boolean address(String typed) {
        try {
            var address = new URI(typed.strip());
            var scheme = address.getScheme();
            return address.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// What stands in a field.
    static String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static @Nullable String spelled(@Nullable Number number) {
        return number == null ? null : String.format(Locale.ROOT, "%,d", number.longValue());
    }

    private static String narrow(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    private static @Nullable String blank(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
