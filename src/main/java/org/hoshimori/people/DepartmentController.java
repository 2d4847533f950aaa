package org.hoshimori.people;

import jakarta.validation.Valid;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Sites and departments.
@Controller
class DepartmentController {

    private final Departments departments;
    private final Database database;

    DepartmentController(Departments departments, Database database) {
        this.departments = departments;
        this.database = database;
    }

    @GetMapping("/departments")
    @Permitted(Permission.READ)
    String list(Actor actor, Model model) {
        return list(actor, DepartmentForm.blank(), Problems.NONE, model);
    }

    @PostMapping("/departments")
    @Permitted(Permission.MANAGE_PEOPLE)
    String add(Actor actor, @Valid DepartmentForm form, BindingResult errors, Model model, RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return list(actor, form, refuse(Problems.of(errors), model), model);
        }
        try {
            departments.add(actor, form.department(form.newId()));
        } catch (DuplicateKeyException _) {
            // The button was pressed twice; the first time counts.
        }
        flash.addFlashAttribute(Shells.TOAST, "people.departments.added");
        return "redirect:/departments";
    }

    @GetMapping("/departments/{id}")
    @Permitted(Permission.MANAGE_PEOPLE)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        return one(actor, id, null, Problems.NONE, model);
    }

    @PostMapping("/departments/{id}")
    @Permitted(Permission.MANAGE_PEOPLE)
    String change(
            Actor actor,
            @PathVariable UUID id,
            @Valid DepartmentForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return one(actor, id, form, refuse(Problems.of(errors), model), model);
        }
        return switch (departments.change(actor, form.department(new DepartmentId(id)))) {
            case Departments.Outcome.Done _ -> done(flash, "people.departments.changed");
            case Departments.Outcome.Refused(var reason) ->
                one(actor, id, form, refuse(Problems.one("parent", key(reason)), model), model);
        };
    }

    @PostMapping("/departments/{id}/remove")
    @Permitted(Permission.MANAGE_PEOPLE)
    String remove(Actor actor, @PathVariable UUID id, Model model, RedirectAttributes flash) {
        return switch (departments.remove(actor, new DepartmentId(id))) {
            case Departments.Outcome.Done _ -> done(flash, "people.departments.removed");
            case Departments.Outcome.Refused(var reason) ->
                one(actor, id, null, refuse(Problems.one("remove", key(reason)), model), model);
        };
    }

    private static String key(Departments.Refusal reason) {
        return switch (reason) {
            case PEOPLE_INSIDE -> "people.departments.problem.people";
            case CHILDREN_INSIDE -> "people.departments.problem.children";
            case INTO_ITSELF -> "people.departments.problem.itself";
            case USED -> "people.departments.problem.used";
        };
    }

    private static Problems refuse(Problems problems, Model model) {
        model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
        return problems;
    }

    private static String done(RedirectAttributes flash, String said) {
        flash.addFlashAttribute(Shells.TOAST, said);
        return "redirect:/departments";
    }

    private String list(Actor actor, DepartmentForm form, Problems problems, Model model) {
        var rows = DepartmentsPage.rows(departments.all(actor.organization()));
        model.addAttribute(
                "page", new DepartmentsPage(rows, null, form, problems, actor.may(Permission.MANAGE_PEOPLE)));
        return "people/departments";
    }

    private String one(Actor actor, UUID id, @Nullable DepartmentForm typed, Problems problems, Model model) {
        return database.transact(actor.organization(), () -> {
            var all = departments.all(actor.organization());
            var department = all.stream()
                    .filter(known -> known.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("department"));
            var form = typed == null ? DepartmentForm.of(department) : typed;
            model.addAttribute(
                    "page", new DepartmentsPage(DepartmentsPage.rows(all), department, form, problems, true));
            return "people/department";
        });
    }
}
