package org.hoshimori.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.check.CheckPage.Line;
import org.hoshimori.check.CheckPage.Need;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.risk.RiskAnalysis;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskRules;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.hoshimori.web.Shells;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The 55 check items with their result.
@Controller
class CheckController {

    private static final String TAKE = "take";
    private static final String ALL = "all";
    private static final String DONE = "done";

    private final RiskAnswers answers;
    private final Suggestions suggestions;
    private final Controls controls;
    private final RiskAnalysis analysis;
    private final Book book;
    private final Database database;

    /// The items, and the templates of the regulations that they are grouped by.
    @Component
    record Book(Editions editions, Templates templates) {

        Edition edition(Locale locale) {
            return editions.standard(locale);
        }

        /// Ids of the regulations by the number of their chapter, which is the number of a group.
        Map<String, String> regulations(Locale locale) {
            return templates.all(edition(locale).id(), locale).stream()
                    .filter(template -> template.kind() == Template.Kind.REGULATION)
                    .collect(Collectors.toMap(Template::chapter, Template::id));
        }
    }

    CheckController(
            RiskAnswers answers,
            Suggestions suggestions,
            Controls controls,
            RiskAnalysis analysis,
            Book book,
            Database database) {
        this.answers = answers;
        this.suggestions = suggestions;
        this.controls = controls;
        this.analysis = analysis;
        this.book = book;
        this.database = database;
    }

    @GetMapping("/risks/check")
    @Permitted(Permission.READ)
    String check(Actor actor, Locale locale, Model model) {
        var organization = actor.organization();
        model.addAttribute("page", database.transact(organization, () -> {
            var said = answers.answers(organization);
            return new CheckPage(
                    book.edition(locale).checkItems().groups(),
                    said,
                    suggestions.items(organization, said),
                    suggestions.links(locale),
                    decided(organization),
                    book.regulations(locale));
        }));
        return "check/check";
    }

    private Map<String, List<DecidedControl>> decided(OrganizationId organization) {
        return controls.all(organization).stream()
                .filter(control -> control.state() != DecidedControl.State.DROPPED)
                .collect(Collectors.groupingBy(DecidedControl::question));
    }

    /// Keeps the answers of the page; the button beside an item or above them all takes candidates over, and the one
    /// beside a finished control answers its item with 実施している.
    @PostMapping("/risks/check")
    @Permitted(Permission.ANALYSE_RISKS)
    String answer(Actor actor, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        var take = sent.get(TAKE);
        var done = sent.getOrDefault(DONE, "");
        database.transact(actor.organization(), () -> {
            answers.record(actor, figures(sent));
            if (take != null) {
                suggestions.take(actor, take.equals(ALL) ? List.of() : List.of(take));
            }
            if (!CheckPage.finished(decided(actor.organization()).getOrDefault(done, List.of()))
                    .isEmpty()) {
                answers.record(actor, Map.of(done, RiskRules.DONE));
            }
            return sent.size();
        });
        flash.addFlashAttribute(
                Shells.TOAST, take != null ? "check.taken" : done.isEmpty() ? "check.saved" : "check.corrected");
        if (sent.containsKey("result")) {
            return "redirect:/risks/result";
        }
        var item = take == null ? done : take;
        return "redirect:/risks/check" + (item.matches("[a-z0-9-]{1,100}") && !item.equals(ALL) ? "#" + item : "");
    }

    @GetMapping("/risks/result")
    @Permitted(Permission.READ)
    String result(Actor actor, Locale locale, Model model) {
        var organization = actor.organization();
        model.addAttribute("page", database.transact(organization, () -> {
            var said = answers.answers(organization);
            return new CheckPage.Result(
                    book.edition(locale).checkItems().groups().stream()
                            .map(group -> line(group, said, locale))
                            .toList(),
                    RiskRules.rate(book.edition(locale).allCheckItems().stream()
                            .map(item -> said.getOrDefault(item.id(), RiskRules.NOT_DONE))
                            .toList()),
                    analysis.of(organization, locale),
                    book.regulations(locale));
        }));
        return "check/result";
    }

    private Line line(CompanyRules.CheckGroup group, Map<String, Integer> said, Locale locale) {
        var figures = group.items().stream()
                .map(item -> said.getOrDefault(item.id(), RiskRules.NOT_DONE))
                .toList();
        var answered = (int) group.items().stream()
                .filter(item -> said.containsKey(item.id()))
                .count();
        var chapter = book.edition(locale).regulations().chapters().named(group.id());
        return new Line(group, answered, RiskRules.rate(figures), chapter.alwaysNeeded() ? Need.ALWAYS : Need.APPLIES);
    }

    /// What can be read as a whole number of one digit.
    private static Map<String, Integer> figures(Map<String, String> sent) {
        var figures = new HashMap<String, Integer>();
        sent.forEach((name, value) -> {
            if (value.matches("[1-4]")) {
                figures.put(name, Integer.valueOf(value));
            }
        });
        return figures;
    }
}
