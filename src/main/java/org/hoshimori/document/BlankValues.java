package org.hoshimori.document;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hoshimori.template.Blank;
import org.hoshimori.template.Facts;
import org.hoshimori.web.Problems.Problem;
import org.hoshimori.web.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What stands in blanks, as text: typed, checked, kept, and put into documents. A table is a JSON list of rows,
/// several choices are ids joined by commas. An empty value means the content's own, so that no document ever shows a
/// gap.
///
/// @param values blank to what was typed
/// @param problems of what was typed; those values are not to be kept
record BlankValues(Map<String, Typed> values, List<Problem> problems) {

    static final int MOST_ROWS = 60;
    private static final int MOST_LINE = 300;
    private static final int MOST_TEXT = 4000;

    /// Letters that the table of blanks holds, a table of rows as JSON.
    private static final int MOST_KEPT = 40_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    /// @param saw fingerprint of the value that the page showed
    record Typed(String value, String saw) {

        boolean untouched() {
            return seen(value).equals(saw);
        }

        boolean sawThis(String standing) {
            return seen(standing).equals(saw);
        }
    }

    /// What a page remembers of a value, to tell later whether somebody else changed it.
    static String seen(String value) {
        return Clauses.fingerprint(value).substring(0, 16);
    }

    /// Reads a form: `blank` or `blank.row.column`, and `was.blank` for each blank that the page showed.
    static BlankValues typed(List<Blank> asked, Map<String, String[]> form) {
        Map<String, Typed> values = new LinkedHashMap<>();
        var problems = new ArrayList<Problem>();
        for (var blank : asked) {
            var saw = form.get("was." + blank.id());
            if (saw != null) {
                var value = value(blank, form);
                values.put(blank.id(), new Typed(value, saw[0]));
                check(blank, value).ifPresent(problems::add);
            }
        }
        return new BlankValues(values, problems);
    }

    /// What may be kept.
    Map<String, Typed> good() {
        Map<String, Typed> good = new LinkedHashMap<>(values);
        problems.forEach(problem -> good.remove(problem.field()));
        return good;
    }

    private static String value(Blank blank, Map<String, String[]> form) {
        return switch (blank) {
            case Blank.Rows rows -> JSON.writeValueAsString(rows(rows, form));
            case Blank.Choices choices -> {
                var chosen = Arrays.asList(form.getOrDefault(blank.id(), new String[0]));
                yield String.join(
                        ",",
                        choices.options().stream()
                                .map(Blank.Option::id)
                                .filter(chosen::contains)
                                .toList());
            }
            case Blank.Amount _ -> Normalizer.normalize(first(form, blank.id()), Normalizer.Form.NFKC);
            case Blank.LongText _ -> first(form, blank.id()).replace("\r\n", "\n");
            case Blank.Text _, Blank.Day _, Blank.Choice _, Blank.Person _ -> first(form, blank.id());
        };
    }

    private static String first(Map<String, String[]> form, String name) {
        var sent = form.get(name);
        return sent == null || sent.length == 0 ? "" : sent[0].strip();
    }

    private static List<Map<String, String>> rows(Blank.Rows blank, Map<String, String[]> form) {
        var removed = first(form, "remove");
        var rows = new ArrayList<Map<String, String>>();
        for (var row = 0; row <= MOST_ROWS; row++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (var column : blank.columns()) {
                cells.put(column.id(), first(form, blank.id() + "." + row + "." + column.id()));
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isEmpty()) && !removed.equals(blank.id() + "." + row)) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static Optional<Problem> check(Blank blank, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.length() > MOST_KEPT) {
            return problem(blank, "web.problem.long");
        }
        return switch (blank) {
            case Blank.Rows _ -> tableProblem(blank, rows(value));
            case Blank.Amount amount -> amountProblem(amount, value);
            case Blank.Day _ -> date(value).isPresent() ? Optional.empty() : problem(blank, "document.problem.date");
            case Blank.Choice choice ->
                choice.options().stream().anyMatch(option -> option.id().equals(value))
                        ? Optional.empty()
                        : problem(blank, "document.problem.choice");
            case Blank.LongText _ -> textProblem(blank, value, MOST_TEXT);
            case Blank.Text _, Blank.Person _ -> textProblem(blank, value, MOST_LINE);
            case Blank.Choices _ -> Optional.empty();
        };
    }

    private static Optional<Problem> tableProblem(Blank blank, List<Map<String, String>> rows) {
        if (rows.size() > MOST_ROWS) {
            return problem(blank, "document.problem.rows", MOST_ROWS);
        }
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .flatMap(cell -> textProblem(blank, cell, MOST_LINE).stream())
                .findFirst();
    }

    private static Optional<Problem> amountProblem(Blank.Amount blank, String value) {
        if (!value.matches("\\d{1,6}")) {
            return problem(blank, "document.problem.number");
        }
        var amount = Integer.parseInt(value);
        if (blank.least() != null && amount < blank.least()) {
            return problem(blank, "document.problem.least", blank.least(), amount);
        }
        return blank.most() != null && amount > blank.most()
                ? problem(blank, "document.problem.most", blank.most(), amount)
                : Optional.empty();
    }

    private static Optional<Problem> textProblem(Blank blank, String value, int most) {
        if (value.length() > most) {
            return problem(blank, "web.problem.long");
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            return problem(blank, "web.problem.control");
        }
        return Wording.problem(blank.id(), value);
    }

    private static Optional<Problem> problem(Blank blank, String key, Object... arguments) {
        return Optional.of(new Problem(blank.id(), key, List.of(arguments)));
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The rows of a table; none when the text is no table.
    static List<Map<String, String>> rows(String value) {
        try {
            return value.isEmpty() ? List.of() : JSON.readValue(value, ROWS);
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /// What stands in a blank: the company's value, or else the content's.
    static String valueOr(Blank blank, String stored) {
        if (!stored.isEmpty() && !stored.equals("[]")) {
            return stored;
        }
        return switch (blank) {
            case Blank.Text text -> text.standard();
            case Blank.LongText text -> text.standard();
            case Blank.Amount amount -> String.valueOf(amount.standard());
            case Blank.Day _ -> "";
            case Blank.Choice choice -> choice.standard();
            case Blank.Choices choices -> String.join(",", choices.standard());
            case Blank.Person person -> person.standard();
            case Blank.Rows rows -> JSON.writeValueAsString(rows.standard());
        };
    }

    /// How a language says values.
    ///
    /// @param person gives the name for a member's or a role's id
    /// @param comma between several
    record Ways(UnaryOperator<String> person, String comma) {}

    /// Puts a value into the facts and returns what it says in words.
    ///
    /// @param yes gets the keys of chosen options
    static String put(Facts.Builder facts, List<String> yes, Blank blank, String value, Ways ways) {
        return switch (blank) {
            case Blank.Text _, Blank.LongText _, Blank.Amount _, Blank.Day _ -> said(facts, blank.id(), value);
            case Blank.Choice choice ->
                said(facts, choice.id(), titles(facts, yes, choice.id(), choice.options(), List.of(value), ways));
            case Blank.Choices choices ->
                said(
                        facts,
                        choices.id(),
                        titles(facts, yes, choices.id(), choices.options(), Arrays.asList(value.split(",")), ways));
            case Blank.Person _ -> said(facts, blank.id(), ways.person().apply(value));
            case Blank.Rows _ -> {
                var rows = rows(value);
                facts.table(blank.id(), rows);
                yield String.join(
                        " / ",
                        rows.stream()
                                .map(row -> String.join(
                                        " ",
                                        row.values().stream()
                                                .filter(cell -> !cell.isEmpty())
                                                .toList()))
                                .toList());
            }
        };
    }

    /// A value in words; people as they are kept.
    static String words(Blank blank, String value) {
        return put(Facts.builder(), new ArrayList<>(), blank, value, new Ways(UnaryOperator.identity(), "\u3001"));
    }

    private static String said(Facts.Builder facts, String id, String words) {
        facts.text(id, words);
        return words;
    }

    private static String titles(
            Facts.Builder facts,
            List<String> yes,
            String id,
            List<Blank.Option> options,
            List<String> chosen,
            Ways ways) {
        var titles = new ArrayList<String>();
        for (var option : options) {
            var is = chosen.contains(option.id());
            facts.truths(Map.of(id + "." + option.id(), is));
            if (is) {
                yes.add(id + "." + option.id());
                titles.add(option.title());
            }
        }
        return String.join(ways.comma(), titles);
    }

    /// Null where nothing is wrong at a blank.
    @Nullable
    Problem at(String blank) {
        return problems.stream()
                .filter(problem -> problem.field().equals(blank))
                .findFirst()
                .orElse(null);
    }
}
