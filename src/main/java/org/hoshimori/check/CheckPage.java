package org.hoshimori.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Listing;
import org.hoshimori.content.SelfDiagnosis;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskRules;
import org.jspecify.annotations.Nullable;

/// The check items with what was answered.
///
/// @param answers 1 to 4 by the id of the item
/// @param hints candidates for those without an answer
/// @param links questions that belong to an item
/// @param controls what the company has decided, by the question or item that it was decided for
/// @param regulations ids of documents by the number of a group
record CheckPage(
        Listing<CompanyRules.CheckGroup> groups,
        Map<String, Integer> answers,
        Map<String, Integer> hints,
        Links links,
        Map<String, List<DecidedControl>> controls,
        Map<String, String> regulations) {

    int all() {
        return groups.stream()
                .mapToInt(group -> (int) group.items().stream().count())
                .sum();
    }

    String regulation(CompanyRules.CheckGroup group) {
        return path(regulations, group);
    }

    private static String path(Map<String, String> regulations, CompanyRules.CheckGroup group) {
        var id = regulations.get(String.valueOf(group.number()));
        return "/documents" + (id == null ? "" : "/" + id);
    }

    @Nullable
    Integer hint(String item) {
        return hints.get(item);
    }

    List<SelfDiagnosis.Question> questions(String item) {
        return links.of(item);
    }

    /// What was decided for the item itself, then what for its questions.
    List<DecidedControl> controls(String item) {
        return Stream.concat(Stream.of(item), links.of(item).stream().map(SelfDiagnosis.Question::id))
                .flatMap(id -> controls.getOrDefault(id, List.of()).stream())
                .toList();
    }

    /// Controls of an item that are finished although its answer does not say so: the answer is worth another look.
    List<DecidedControl> finished(String item) {
        return done(answers, item) ? List.of() : finished(controls.getOrDefault(item, List.of()));
    }

    /// Those among the controls of one item that are finished.
    static List<DecidedControl> finished(List<DecidedControl> controls) {
        return controls.stream()
                .filter(control -> control.state() == DecidedControl.State.DONE)
                .toList();
    }

    /// What is done needs no second look, and a control for what does not apply says nothing.
    private static boolean done(Map<String, Integer> answers, String item) {
        var answer = answers.getOrDefault(item, RiskRules.NOT_DONE);
        return answer == RiskRules.DONE || answer == RiskRules.NOT_APPLICABLE;
    }

    /// The items with a finished control, in official order.
    List<CompanyRules.CheckItem> worthALook() {
        return groups.stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> !finished(item.id()).isEmpty())
                .toList();
    }

    /// 診断結果, and how the assets are looked at.
    ///
    /// @param rate of all items in tenths of a percent; -1 when nothing applies
    record Result(List<Line> lines, int rate, Analysis analysis, Map<String, String> regulations) {

        String regulation(CompanyRules.CheckGroup group) {
            return path(regulations, group);
        }

        String percent() {
            return RiskRules.percent(rate);
        }

        int count(RiskLevel level) {
            return analysis.count(level);
        }
    }

    /// One line of 診断結果.
    ///
    /// @param rate in tenths of a percent; -1 when nothing applies
    /// @param needed whether the chapter is needed whatever the company does
    record Line(CompanyRules.CheckGroup group, int answered, int rate, Need needed) {

        String percent() {
            return RiskRules.percent(rate);
        }
    }

    /// 規定の要否: ◎ always, ○ where it applies.
    enum Need {
        ALWAYS,
        APPLIES;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
