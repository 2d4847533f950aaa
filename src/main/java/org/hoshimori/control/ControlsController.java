package org.hoshimori.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls.Filter;
import org.hoshimori.control.Controls.MoreTasks;
import org.hoshimori.control.ControlsPage.Query;
import org.hoshimori.control.ControlsPage.Rights;
import org.hoshimori.control.ControlsPage.Tab;
import org.hoshimori.control.DecidedControl.State;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The task list, the board, and the list as a file. Who may not read everything sees what they are responsible for.
@Controller
class ControlsController {

    private static final int PAGE = 50;
    private static final int PER_STATE = 20;

    private final Controls controls;
    private final ControlRepository repository;
    private final Field field;
    private final Database database;
    private final MessageSource messages;

    ControlsController(
            Controls controls, ControlRepository repository, Field field, Database database, MessageSource messages) {
        this.controls = controls;
        this.repository = repository;
        this.field = field;
        this.database = database;
        this.messages = messages;
    }

    /// What the list knows of questions and rounds, and of work beside the controls.
    @Component
    record Field(Editions editions, Rounds rounds, List<MoreTasks> more) {}

    /// What the address says, unchecked.
    record Asked(
            @Nullable String tab,
            @Nullable String person,
            @Nullable String state,
            @Nullable String after) {

        Query query(Actor actor) {
            var standard = actor.may(Permission.WORK) ? Tab.MINE : Tab.ALL;
            var chosen = Arrays.stream(Tab.values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(tab))
                    .findFirst()
                    .orElse(standard);
            return new Query(
                    chosen,
                    id(person).map(UUID::toString).orElse(""),
                    State.of(state).map(State::id).orElse(""),
                    id(after).map(UUID::toString).orElse(""));
        }

        private static Optional<UUID> id(@Nullable String text) {
            try {
                return text == null || text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                throw new NotFound("control");
            }
        }
    }

    @GetMapping("/controls")
    @Permitted(Permission.USE)
    String list(Actor actor, Asked asked, Locale locale, Model model) {
        var query = asked.query(actor);
        model.addAttribute("page", database.transact(actor.organization(), () -> page(actor, query, locale)));
        return query.tab() == Tab.BOARD ? "control/board" : "control/list";
    }

    private ControlsPage page(Actor actor, Query query, Locale locale) {
        var organization = actor.organization();
        var reads = actor.may(Permission.READ);
        var filter = filter(actor, query);
        var found = query.tab() == Tab.BOARD
                ? repository.board(organization, filter, PER_STATE)
                : repository.slice(organization, filter, after(actor, query), PAGE + 1);
        var more = query.tab() != Tab.BOARD && found.size() > PAGE;
        var rows = more ? found.subList(0, PAGE) : found;
        return new ControlsPage(
                query,
                new Rights(reads, actor.may(Permission.WORK), actor.may(Permission.DECIDE_CONTROLS)),
                rows,
                more ? rows.getLast().id() : null,
                repository.loads(organization, visible(actor), controls.today()),
                controls.names(organization),
                reads ? controls.deferrals(organization) : List.of(),
                reads ? controls.company(organization).facts().yearlyBudgetYen() : null,
                field.editions().standard(locale),
                field.rounds().closed(organization, Round.SELF_DIAGNOSIS, 1).stream()
                        .map(round -> round.id().toString())
                        .findFirst()
                        .orElse(null),
                query.tab() == Tab.MINE
                        ? field.more().stream()
                                .flatMap(room -> room.of(actor, locale).stream())
                                .toList()
                        : List.of(),
                controls.today());
    }

    /// Where a page begins. Errors: [NotFound] when there is no such control in this company.
    private @Nullable DecidedControl after(Actor actor, Query query) {
        return query.after().isEmpty()
                ? null
                : repository
                        .find(actor.organization(), new ControlId(UUID.fromString(query.after())))
                        .orElseThrow(() -> new NotFound("control"))
                        .control();
    }

    private static Filter visible(Actor actor) {
        return actor.may(Permission.READ) ? Filter.ALL : new Filter(actor.member(), List.of());
    }

    private static Filter filter(Actor actor, Query query) {
        return switch (query.tab()) {
            case MINE -> new Filter(actor.member(), List.of(State.PLANNED, State.DOING));
            case ALL, BOARD -> {
                var person = query.person().isEmpty() ? null : MemberId.of(query.person());
                yield new Filter(
                        actor.may(Permission.READ) ? person : actor.member(),
                        State.of(query.state()).stream().toList());
            }
        };
    }

    @GetMapping("/controls.csv")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> csv(Actor actor, Locale locale) {
        return Download.attached("controls.csv", Download.CSV)
                .body(paper(actor, locale).csv());
    }

    @GetMapping("/controls.xlsx")
    @Permitted(Permission.USE)
    ResponseEntity<byte[]> excel(Actor actor, Locale locale) {
        return Download.attached("controls.xlsx", Download.EXCEL)
                .body(paper(actor, locale).excel());
    }

    private ControlPaper paper(Actor actor, Locale locale) {
        var organization = actor.organization();
        return database.transact(
                organization,
                () -> new ControlPaper(
                        controls.company(organization),
                        controls.everything(organization, visible(actor)),
                        controls.names(organization),
                        field.editions().standard(locale),
                        key -> messages.getMessage(key, null, locale)));
    }
}
