package org.hoshimori.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// What `content/sample/company.yaml` says. Times count back from the day on which the company is built.
///
/// @param people the first one is the owner, whom the visitor becomes
/// @param worries ids of what must not happen
/// @param rounds oldest first
/// @param controls decided on the day the last round was closed
/// @param documents in the order of their days
/// @param treatments in the order of their days
record SampleCompany(
        String id,
        Facts company,
        List<Unit> departments,
        List<Person> people,
        List<String> worries,
        List<ClosedRound> rounds,
        Articles articles,
        List<Control> controls,
        List<Paper> documents,
        Register register,
        List<Decision> treatments) {

    /// A text in both languages.
    record Text(String ja, String en) {

        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : ja;
        }
    }

    record Facts(
            Text name,
            String kana,
            String industry,
            String prefecture,
            Text address,
            int employees,
            @JsonProperty("capital_yen") long capitalYen,
            @JsonProperty("yearly_budget_yen") long yearlyBudgetYen,
            String website,
            Text contact) {}

    /// A site or department.
    record Unit(String id, String kind, @Nullable String parent, Text name) {

        Department.Kind kindOf() {
            return Department.Kind.of(kind).orElseThrow();
        }
    }

    record Person(
            String id,
            Text name,
            @JsonProperty("job_title") @Nullable Text jobTitle,
            @Nullable String department,
            List<String> roles,
            @Nullable List<String> leads) {

        Set<Role> held() {
            var held = EnumSet.noneOf(Role.class);
            roles.forEach(role -> held.add(Role.of(role).orElseThrow()));
            return held;
        }

        List<String> led() {
            return Objects.requireNonNullElse(leads, List.of());
        }
    }

    /// @param by id of the person who answers and closes
    /// @param total what the answers must give
    record ClosedRound(
            Text name,
            @JsonProperty("months_ago") int monthsAgo,
            @JsonProperty("closed_after_days") int closedAfterDays,
            String by,
            int total,
            Map<String, String> answers) {}

    /// A control decided when the last round was closed.
    ///
    /// @param candidate id of the candidate control in the content
    /// @param who id of the person who does it
    /// @param dueInDays counted from today; negative for a day that has passed
    /// @param state planned, doing or done
    record Control(
            String candidate,
            String who,
            @JsonProperty("due_in_days") int dueInDays,
            @JsonProperty("cost_once_yen") @Nullable Long costOnceYen,
            String state) {

        DecidedControl.State to() {
            return DecidedControl.State.valueOf(state.toUpperCase(Locale.ROOT));
        }
    }

    /// @param states by id of article or example
    record Articles(@JsonProperty("months_ago") int monthsAgo, String by, Map<String, String> states) {}

    /// A document: approved by the owner, or still in work.
    ///
    /// @param confirmedBy ids of the people who have read it; handed out when there are any
    /// @param blanks what stands in blanks, by id
    record Paper(
            String template,
            @JsonProperty("days_ago") int daysAgo,
            boolean approved,
            @JsonProperty("confirmed_by") List<String> confirmedBy,
            Map<String, String> blanks) {}

    /// @param title name of the file it came from
    /// @param checkItems answers 1 to 4 by id
    record Register(
            @JsonProperty("days_ago") int daysAgo,
            String by,
            Text title,
            List<Row> assets,
            @JsonProperty("check_items") Map<String, Integer> checkItems) {}

    /// @param figures confidentiality, integrity, availability, 0 to 2
    record Row(
            @JsonProperty("class") Text businessClass,
            Text name,
            Text users,
            String department,
            String medium,
            List<String> personal,
            List<Integer> figures,
            List<String> override,
            Text retention) {

        /// By what a row is named: its Japanese name and its medium.
        record Key(String name, String medium) {}
    }

    /// How the risks of some assets are treated.
    ///
    /// @param who does it or accepts it
    /// @param dayInDays counted from today; negative for a day that has passed
    /// @param controls ids of candidates that were decided
    record Decision(
            String kind,
            @JsonProperty("days_ago") int daysAgo,
            String by,
            @Nullable String who,
            List<Row.Key> assets,
            @JsonProperty("day_in_days") int dayInDays,
            Text words,
            @Nullable List<String> items,
            @Nullable List<String> controls,
            @Nullable Partner partner,
            @JsonProperty("cost_once_yen") @Nullable Long costOnceYen,
            @JsonProperty("cost_yearly_yen") @Nullable Long costYearlyYen) {}

    /// Who bears a risk that is shared.
    record Partner(
            String way, Text name, @JsonProperty("sum_yen") long sumYen) {}
}
