package org.hoshimori.respondent;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.assessment.RecordedAnswer;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who answers a round: people, departments and colleagues, and how far each of them is.
@Controller
class RespondentController {

    private final Asking asking;
    private final Letters letters;
    private final Rounds rounds;
    private final People people;
    private final Departments departments;
    private final Database database;

    RespondentController(
            Asking asking, Letters letters, Rounds rounds, People people, Departments departments, Database database) {
        this.asking = asking;
        this.letters = letters;
        this.rounds = rounds;
        this.people = people;
        this.departments = departments;
        this.database = database;
    }

    @GetMapping("/assessments/{id}/respondents")
    @Permitted(Permission.READ)
    String list(Actor actor, @PathVariable UUID id, Model model) {
        return database.transact(actor.organization(), () -> {
            var organization = actor.organization();
            var round = asking.round(organization, id);
            var respondents = rounds.respondents(organization, round.id());
            var everybody = people.all(organization);
            var answered = rounds.answers(organization, round.id()).stream()
                    .filter(answer -> answer.answer() != null)
                    .collect(Collectors.groupingBy(RecordedAnswer::respondent, Collectors.counting()));
            var until = asking.openLinks(organization);
            var rows = respondents.stream()
                    .map(one -> row(round, one, answered.getOrDefault(one.id(), 0L), until, everybody))
                    .toList();
            var leads = actor.may(Permission.LEAD_ROUNDS) && !round.closed();
            model.addAttribute(
                    "page",
                    new RespondentsPage(
                            round,
                            rows,
                            candidates(organization, respondents, everybody),
                            new RespondentsPage.Reader(
                                    leads, letters.configured(), letters.url("/assessments/" + id))));
            return "respondent/respondents";
        });
    }

    /// Adds the people and departments that were ticked; unknown ids are another company's.
    @PostMapping("/assessments/{id}/respondents")
    @Permitted(Permission.LEAD_ROUNDS)
    String add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> members,
            @RequestParam(name = "departments", defaultValue = "") List<UUID> chosen,
            RedirectAttributes next) {
        var organization = actor.organization();
        var outcome = database.transact(organization, () -> {
            var everybody = people.all(organization);
            var asked = members.stream()
                    .distinct()
                    .map(member -> person(everybody, member))
                    .toList();
            var apart = new HashMap<Department, @Nullable MemberId>();
            departments.all(organization).stream()
                    .filter(department -> chosen.contains(department.id().value()))
                    .forEach(department -> apart.put(department, head(everybody, department)));
            if (apart.size() < chosen.size()) {
                throw new NotFound("department");
            }
            return asking.add(actor, asking.round(organization, id), asked, apart);
        });
        return back(id, outcome, members.isEmpty() && chosen.isEmpty() ? "none" : "added", next);
    }

    @PostMapping("/assessments/{id}/respondents/{respondent}/remove")
    @Permitted(Permission.LEAD_ROUNDS)
    String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, RedirectAttributes next) {
        var round = asking.round(actor.organization(), id);
        var found = asking.respondent(actor.organization(), round, respondent);
        return back(id, asking.remove(actor, round, found), "removed", next);
    }

    /// Sends a reminder to a person or to the head of a department.
    @PostMapping("/assessments/{id}/respondents/{respondent}/remind")
    @Permitted(Permission.LEAD_ROUNDS)
    String remind(
            Actor actor, @PathVariable UUID id, @PathVariable UUID respondent, Locale locale, RedirectAttributes next) {
        return database.transact(actor.organization(), () -> {
            var organization = actor.organization();
            var round = asking.round(organization, id);
            var found = asking.respondent(organization, round, respondent);
            var recipient = email(found, people.all(organization));
            if (recipient == null || !letters.configured() || round.closed()) {
                return back(id, new Asking.Outcome.Kept(), "unreachable", next);
            }
            letters.remind(organization, recipient, round, found, locale);
            asking.reminded(actor, found);
            return back(id, new Asking.Outcome.Kept(), "reminded", next);
        });
    }

    private static String back(UUID id, Asking.Outcome outcome, String toast, RedirectAttributes next) {
        return switch (outcome) {
            case Asking.Outcome.Kept _, Asking.Outcome.Asked _ -> {
                next.addFlashAttribute(Shells.TOAST, "respondent.asking.toast." + toast);
                yield "redirect:/assessments/" + id + "/respondents";
            }
            case Asking.Outcome.RoundClosed _ -> {
                next.addFlashAttribute(Shells.TOAST, "respondent.asking.closed");
                yield "redirect:/results/" + id;
            }
        };
    }

    private RespondentsPage.Candidates candidates(
            OrganizationId organization, List<Respondent> respondents, List<Member> everybody) {
        var answering = respondents.stream()
                .filter(one -> one.kind() == Respondent.Kind.MEMBER)
                .map(Respondent::member)
                .toList();
        var apart = respondents.stream().map(Respondent::department).toList();
        return new RespondentsPage.Candidates(
                everybody.stream().filter(one -> !answering.contains(one.id())).toList(),
                departments.all(organization).stream()
                        .filter(one -> !apart.contains(one.id()))
                        .toList(),
                everybody);
    }

    private RespondentsPage.Row row(
            Round round,
            Respondent respondent,
            long answered,
            Map<UUID, OffsetDateTime> until,
            List<Member> everybody) {
        var of = respondent.kind() == Respondent.Kind.CARRIED_OVER
                ? answered
                : asking.diagnosis(round, Locale.JAPANESE).questions().stream()
                        .filter(question -> respondent.asks(question.id()))
                        .count();
        var isOpen = answered < of && !round.closed();
        return new RespondentsPage.Row(
                respondent,
                answered,
                of,
                round.closed() ? null : until.get(respondent.id().value()),
                isOpen && letters.configured() && email(respondent, everybody) != null);
    }

    private static @Nullable String email(Respondent respondent, List<Member> everybody) {
        if (respondent.kind() != Respondent.Kind.MEMBER && respondent.kind() != Respondent.Kind.DEPARTMENT) {
            return null;
        }
        return everybody.stream()
                .filter(one -> one.id().equals(respondent.member()))
                .map(Member::email)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Member person(List<Member> everybody, UUID id) {
        return everybody.stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("member"));
    }

    private static @Nullable MemberId head(List<Member> everybody, Department department) {
        return everybody.stream()
                .filter(one -> one.departments().contains(department.id()))
                .map(Member::id)
                .findFirst()
                .orElse(null);
    }
}
