package org.hoshimori.people;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.organization.Role;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The people of the company: list, add, change, leave, and the sheet of personal codes.
@Controller
class PeopleController {

    static final int SHOWN = 50;

    private final People people;
    private final Departments departments;
    private final Database database;

    PeopleController(People people, Departments departments, Database database) {
        this.people = people;
        this.departments = departments;
        this.database = database;
    }

    @GetMapping("/people")
    @Permitted(Permission.READ)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String search,
            @RequestParam @Nullable UUID after,
            Model model) {
        return database.transact(actor.organization(), () -> {
            var wanted = search.strip();
            var from = after == null ? null : new MemberId(after);
            var found = people.some(actor.organization(), wanted, from, SHOWN + 1);
            var shown = found.subList(0, Math.min(SHOWN, found.size()));
            var last = found.size() > SHOWN ? shown.getLast().id() : null;
            return page(actor, shown, wanted, last, model, "people/people");
        });
    }

    @GetMapping("/people/codes")
    @Permitted(Permission.MANAGE_PEOPLE)
    String codes(Actor actor, Model model) {
        return database.transact(
                actor.organization(),
                () -> page(actor, people.all(actor.organization()), "", null, model, "people/codes"));
    }

    @GetMapping("/people/new")
    @Permitted(Permission.MANAGE_PEOPLE)
    String blank(Actor actor, Model model) {
        return form(actor, null, MemberForm.blank(), Problems.NONE, model);
    }

    @PostMapping("/people")
    @Permitted(Permission.MANAGE_PEOPLE)
    String add(Actor actor, @Valid MemberForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return form(actor, null, form, refuse(Problems.of(errors), model), model);
        }
        if (form.has(Role.OWNER) && !people.mayMakeOwner(actor)) {
            var refused = Problems.one("roles", key(People.Refusal.OWNERS_ONLY));
            return form(actor, null, form, refuse(refused, model), model);
        }
        mustKnow(actor, form);
        var person = form.person(form.newId(), "");
        try {
            people.add(actor, person);
        } catch (DuplicateKeyException _) {
            // The button was pressed twice; the first time counts.
        }
        flash.addFlashAttribute(Shells.TOAST, "people.added");
        return "redirect:/people/" + person.id();
    }

    @GetMapping("/people/{id}")
    @Permitted(Permission.MANAGE_PEOPLE)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        return form(actor, new MemberId(id), null, Problems.NONE, model);
    }

    @PostMapping("/people/{id}")
    @Permitted(Permission.MANAGE_PEOPLE)
    String change(
            Actor actor,
            @PathVariable UUID id,
            @Valid MemberForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        var member = new MemberId(id);
        if (errors.hasErrors()) {
            return form(actor, member, form, refuse(Problems.of(errors), model), model);
        }
        mustKnow(actor, form);
        return switch (people.change(actor, form.person(member, ""))) {
            case People.Outcome.Done _ -> done(flash, "people.changed");
            case People.Outcome.Refused(var reason) ->
                form(actor, member, form, refuse(Problems.one("roles", key(reason)), model), model);
        };
    }

    @PostMapping("/people/{id}/leave")
    @Permitted(Permission.MANAGE_PEOPLE)
    String leave(Actor actor, @PathVariable UUID id, Model model, RedirectAttributes flash) {
        return switch (people.leave(actor, new MemberId(id))) {
            case People.Outcome.Done _ -> done(flash, "people.left");
            case People.Outcome.Refused(var reason) ->
                form(actor, new MemberId(id), null, refuse(Problems.one("leave", key(reason)), model), model);
        };
    }

    private static String key(People.Refusal reason) {
        return switch (reason) {
            case OWNERS_ONLY -> "people.problem.owners-only";
            case LAST_OWNER -> "people.problem.last-owner";
            case LAST_LEAD -> "people.problem.last-lead";
        };
    }

    /// The page offers departments of this company only: another id is not a mistake of typing.
    private void mustKnow(Actor actor, MemberForm form) {
        var known = departments.all(actor.organization()).stream()
                .map(Department::id)
                .collect(Collectors.toSet());
        if (!known.containsAll(form.named())) {
            throw new NotFound("department");
        }
    }

    private static Problems refuse(Problems problems, Model model) {
        model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        return problems;
    }

    private static String done(RedirectAttributes flash, String said) {
        flash.addFlashAttribute(Shells.TOAST, said);
        return "redirect:/people";
    }

    private String page(
            Actor actor, List<Member> shown, String search, @Nullable MemberId last, Model model, String template) {
        var names = departments.all(actor.organization()).stream()
                .collect(Collectors.toMap(Department::id, Department::name));
        var manages = actor.may(Permission.MANAGE_PEOPLE);
        model.addAttribute(
                "page", new PeoplePage(shown, names, search, last, people.overburdened(actor.organization()), manages));
        return template;
    }

    /// @param id null where a person is added
    /// @param typed null where the person stands as stored
    private String form(
            Actor actor, @Nullable MemberId id, @Nullable MemberForm typed, Problems problems, Model model) {
        return database.transact(actor.organization(), () -> {
            var member = id == null ? null : people.member(actor.organization(), id);
            var form = typed != null ? typed : member == null ? MemberForm.blank() : MemberForm.of(member);
            var rows = DepartmentsPage.rows(departments.all(actor.organization()));
            model.addAttribute("page", new MemberPage(member, form, problems, rows, people.mayMakeOwner(actor)));
            return "people/person";
        });
    }
}
