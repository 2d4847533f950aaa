package org.hoshimori.article;

import jakarta.validation.Valid;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.assessment.AnswerOutcome;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The page of the five articles, saved line by line. A script and a form use the same route and page.
@Controller
class ArticleController {

    private final Articles articles;
    private final StandingRound round;
    private final Organizations organizations;
    private final People people;
    private final Editions editions;
    private final Database database;

    ArticleController(
            Articles articles,
            StandingRound round,
            Organizations organizations,
            People people,
            Editions editions,
            Database database) {
        this.articles = articles;
        this.round = round;
        this.organizations = organizations;
        this.people = people;
        this.editions = editions;
        this.database = database;
    }

    /// The page; `open` names the article whose examples are unfolded.
    @GetMapping("/articles")
    @Permitted(Permission.USE)
    String articles(Actor actor, @RequestParam(defaultValue = "") String open, Locale locale, Model model) {
        return page(actor, locale, open, null, model);
    }

    @PostMapping("/articles/{item}")
    @Permitted(Permission.KEEP_ARTICLES)
    String keep(
            Actor actor,
            @Valid ArticleForm form,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return page(
                    actor, locale, "", new ArticlesPage.Draft(form, atItem(Problems.of(errors), form), null), model);
        }
        if (form.who() != null) {
            people.member(actor.organization(), new MemberId(form.who()));
        }
        var content = editions.standard(locale).fiveArticles();
        return switch (round.keep(actor, content, form.toChange())) {
            case AnswerOutcome.Saved _ -> {
                after.addFlashAttribute(Shells.TOAST, "article.saved");
                var article = content.articles().stream()
                        .filter(one -> one.examples().find(form.item()).isPresent())
                        .findFirst();
                yield "redirect:/articles"
                        + article.map(one -> "?open=" + one.id()).orElse("") + "#" + form.item();
            }
            case AnswerOutcome.Overtaken(var theirs) -> overtaken(actor, form, theirs, locale, model);
            case AnswerOutcome.RoundClosed _, AnswerOutcome.NotAsked _ -> throw new NotFound("article");
        };
    }

    private String overtaken(Actor actor, ArticleForm form, RecordedAnswer theirs, Locale locale, Model model) {
        model.addAttribute("status", HttpStatus.CONFLICT);
        return page(actor, locale, "", new ArticlesPage.Draft(form, Problems.NONE, theirs), model);
    }

    private String page(Actor actor, Locale locale, String open, ArticlesPage.@Nullable Draft draft, Model model) {
        var content = editions.standard(locale).fiveArticles();
        var may = Stream.of(Permission.KEEP_ARTICLES, Permission.EDIT_COMPANY)
                .filter(actor::may)
                .collect(Collectors.toUnmodifiableSet());
        model.addAttribute("page", database.transact(actor.organization(), () -> {
            var answers = articles.answers(actor.organization());
            return new ArticlesPage(
                    content,
                    ArticleProgress.of(content, Articles.states(answers)),
                    answers,
                    people.all(actor.organization()),
                    organizations.company(actor.organization()),
                    open,
                    may,
                    draft);
        }));
        return "article/articles";
    }

    /// Every line of the page has a field of this name; the summary must lead to the right one.
    private static Problems atItem(Problems problems, ArticleForm form) {
        return new Problems(problems.list().stream()
                .map(problem ->
                        new Problems.Problem(problem.field() + "-" + form.item(), problem.key(), problem.arguments()))
                .toList());
    }
}
