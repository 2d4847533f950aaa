package org.hoshimori.regulation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hoshimori.content.CompanyRules.Chapter;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.document.Needs;
import org.hoshimori.document.Needs.Need;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.regulation.Outside.Item;
import org.hoshimori.regulation.Outside.Kind;
import org.hoshimori.template.Template;
import org.hoshimori.template.Templates;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// The page that explains why a company needs which chapter of the regulations.
@Controller
class WhyController {

    /// What comes from outside, as a browser sends it.
    ///
    /// @param own one sentence per line
    record OutsideForm(
            @Nullable List<String> law,
            @Nullable List<String> situation,

            @Size(max = 1000, message = "web.problem.long")
            @Pattern(regexp = "[\\P{Cntrl}\\r\\n]*", message = "web.problem.control")
            @Pattern(regexp = "(?:[^\\n]{0,200}(?:\\n|$))*", message = "web.problem.long")
            @Nullable
            String own) {

        List<Item> items() {
            var items = new ArrayList<Item>();
            Objects.requireNonNullElse(law, List.<String>of()).forEach(id -> items.add(new Item(Kind.LAW, id)));
            Objects.requireNonNullElse(situation, List.<String>of())
                    .forEach(id -> items.add(new Item(Kind.SITUATION, id)));
            Objects.requireNonNullElse(own, "")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> items.add(new Item(Kind.OWN, line)));
            return items;
        }
    }

    /// A chapter with its document.
    ///
    /// @param template null where this installation has no document for it
    record Rule(
            Chapter chapter,
            @Nullable Template template,
            @Nullable Need need) {}

    /// @param own what was typed into the field for own words
    record WhyPage(
            Edition edition,
            Needs.Picture picture,
            List<Item> outside,
            Reasoning reasoning,
            List<Rule> rules,
            boolean keeps,
            String own,
            Problems problems) {

        long weak() {
            return reasoning.risks().stream().filter(risk -> risk.missing() > 0).count();
        }

        boolean chosen(String kind, String id) {
            return outside.contains(new Item(Kind.of(kind), id));
        }

        List<String> from(Chapter chapter) {
            return outside.stream()
                    .filter(item -> Reasoning.chaptersOf(edition, item).contains(chapter.id()))
                    .map(item -> Reasoning.title(edition, item))
                    .toList();
        }
    }

    private final Needs needs;
    private final Outside outside;
    private final Templates templates;
    private final Editions editions;
    private final Database database;

    WhyController(Needs needs, Outside outside, Templates templates, Editions editions, Database database) {
        this.needs = needs;
        this.outside = outside;
        this.templates = templates;
        this.editions = editions;
        this.database = database;
    }

    @GetMapping("/regulations/why")
    @Permitted(Permission.READ)
    ModelAndView why(Actor actor, Locale locale) {
        return page(actor, locale, null, Problems.NONE);
    }

    @PostMapping("/regulations/why")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ModelAndView choose(
            Actor actor, @Valid OutsideForm form, BindingResult errors, Locale locale, HttpServletRequest request) {
        if (errors.hasErrors()) {
            return page(actor, locale, form, Problems.of(errors));
        }
        var edition = editions.standard(locale);
        for (var item : form.items()) {
            if (item.kind() != Kind.OWN && Reasoning.title(edition, item).equals(item.item())) {
                throw new NotFound("outside");
            }
        }
        outside.choose(actor, form.items());
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "regulation.toast.outside");
        return new ModelAndView("redirect:/regulations/why#risks");
    }

    private ModelAndView page(Actor actor, Locale locale, @Nullable OutsideForm typed, Problems problems) {
        var organization = actor.organization();
        var page = database.transact(organization, () -> {
            var edition = editions.standard(locale);
            var picture = needs.picture(organization, locale);
            var items = typed == null ? outside.of(organization) : typed.items();
            return new WhyPage(
                    edition,
                    picture,
                    items,
                    Reasoning.of(edition, picture, items),
                    rules(edition, picture, locale),
                    actor.may(Permission.KEEP_DOCUMENTS),
                    typed == null ? own(items) : Objects.requireNonNullElse(typed.own(), ""),
                    problems);
        });
        var view = new ModelAndView("regulation/why", "page", page);
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private static String own(List<Item> items) {
        return String.join(
                "\n",
                items.stream()
                        .filter(item -> item.kind() == Kind.OWN)
                        .map(Item::item)
                        .toList());
    }

    private List<Rule> rules(Edition edition, Needs.Picture picture, Locale locale) {
        var documents = templates.all(edition.id(), locale);
        return edition.regulations().chapters().stream()
                .map(chapter -> {
                    var template = documents.stream()
                            .filter(one -> one.kind() == Template.Kind.REGULATION
                                    && one.chapter().equals(String.valueOf(chapter.number())))
                            .findFirst()
                            .orElse(null);
                    return new Rule(
                            chapter,
                            template,
                            template == null ? null : picture.needs().get(template.id()));
                })
                .toList();
    }
}
