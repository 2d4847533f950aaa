package org.hoshimori.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.asset.AssetRegister.UndoOutcome;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.intake.IntakePage.Choosing;
import org.hoshimori.intake.IntakeRepository.Cells;
import org.hoshimori.intake.IntakeRepository.Taken;
import org.hoshimori.intake.IntakeRepository.Upload;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/// A register that comes in: choose the file, see what it would do, correct its columns, take it over.
@Controller
class IntakeController {

    private static final String KEPT = "kept";
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Database database;
    private final IntakeRepository uploads;
    private final Intakes intakes;
    private final Takeover takeover;
    private final Clock clock;

    IntakeController(Database database, IntakeRepository uploads, Intakes intakes, Takeover takeover, Clock clock) {
        this.database = database;
        this.uploads = uploads;
        this.intakes = intakes;
        this.takeover = takeover;
        this.clock = clock;
    }

    @GetMapping("/assets/intake")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView choose(Actor actor) {
        return choosing(actor, Problems.NONE);
    }

    @PostMapping("/assets/intake")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView upload(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return choosing(actor, Problems.one("file", "intake.refused.empty"));
        }
        if (file.getSize() > MOST_BYTES) {
            return choosing(actor, Problems.one("file", "intake.refused.large"));
        }
        return switch (takeover.read(file.getBytes())) {
            case ReadOutcome.Refused(var reason) ->
                choosing(actor, Problems.one("file", "intake.refused." + reason.id()));
            case ReadOutcome.Read(var sheet, var beside) -> {
                var name = Objects.requireNonNullElse(file.getOriginalFilename(), "")
                        .replaceAll("\\p{Cntrl}", " ")
                        .replaceAll("^.*[/\\\\]", "");
                var upload = new Upload(
                        TimeOrderedId.next(),
                        actor.member(),
                        name.length() > 150 ? name.substring(name.length() - 150) : name,
                        new Cells(sheet.packed(), beside.isEmpty() ? null : Sheet.packed(beside)),
                        intakes.guess(sheet).written(),
                        Taken.NOT_YET);
                var now = OffsetDateTime.now(clock);
                database.transact(actor.organization(), () -> {
                    uploads.forget(actor.organization(), now.minusDays(1));
                    uploads.add(actor.organization(), upload, now);
                    return upload;
                });
                yield new ModelAndView("redirect:/assets/intake/" + upload.id());
            }
        };
    }

    @GetMapping("/assets/intake/{id}")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView look(Actor actor, @PathVariable UUID id, Model model) {
        var page = database.transact(actor.organization(), () -> {
            var upload = takeover.one(actor, id);
            var sheet = Sheet.unpacked(upload.cells().register());
            var map = ColumnMap.read(upload.columns());
            var at = upload.taken().at();
            var beside = new IntakePage.Beside(
                    takeover.look(actor, upload),
                    actor.may(Permission.ANALYSE_RISKS),
                    at != null && upload.taken().undone() == null && at.isAfter(takeover.undoableSince()),
                    model.getAttribute(KEPT) instanceof List<?> names
                            ? names.stream().map(Object::toString).toList()
                            : List.of());
            return new IntakePage(
                    id,
                    upload.fileName(),
                    sheet,
                    map,
                    intakes.headings(),
                    intakes.look(actor, sheet, map),
                    at != null && upload.taken().undone() == null,
                    beside);
        });
        return new ModelAndView("intake/look", "page", page);
    }

    /// Says which column is which; a column chosen twice stays with the first.
    @PostMapping("/assets/intake/{id}/columns")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView columns(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(defaultValue = "0") int header) {
        var upload = takeover.one(actor, id);
        var sheet = Sheet.unpacked(upload.cells().register());
        Map<Column, Integer> chosen = new EnumMap<>(Column.class);
        var sent = Objects.requireNonNullElse(column, List.<String>of());
        for (var place = 0; place < Math.min(sent.size(), Sheet.MOST_COLUMNS); place++) {
            var here = place;
            Column.of(sent.get(place)).ifPresent(one -> chosen.putIfAbsent(one, here));
        }
        var before = ColumnMap.read(upload.columns());
        var line = 0;
        while (line < sheet.lines().size() && sheet.lines().get(line).number() < header) {
            line++;
        }
        var head = header <= 0 ? -1 : Math.min(line, sheet.lines().size() - 1);
        var map = head == before.header() || !chosen.equals(before.columns())
                ? new ColumnMap(head, chosen)
                : new ColumnMap(head, before.columns());
        uploads.choose(actor.organization(), id, map.written());
        return new ModelAndView("redirect:/assets/intake/" + id);
    }

    /// Takes the chosen parts over, of the register the rows that were not left out, all in one step.
    @PostMapping("/assets/intake/{id}/take")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView take(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<String> left,
            @RequestParam(required = false) @Nullable List<String> parts,
            HttpServletRequest request) {
        Set<Integer> leftOut = Objects.requireNonNullElse(left, List.<String>of()).stream()
                .filter(line -> line.matches("\\d{1,7}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        var chosen = Set.copyOf(Objects.requireNonNullElse(parts, List.of(Takeover.REGISTER)));
        takeover.take(actor, id, leftOut, chosen);
        RequestContextUtils.getOutputFlashMap(request).put(Shells.TOAST, "intake.toast.taken");
        return new ModelAndView("redirect:/assets" + (parts == null ? "" : "/intake/" + id));
    }

    /// Takes a whole file back.
    @PostMapping("/assets/intake/{id}/undo")
    @Permitted(Permission.KEEP_ASSETS)
    ModelAndView undo(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var flash = RequestContextUtils.getOutputFlashMap(request);
        switch (takeover.undo(actor, id)) {
            case UndoOutcome.Undone(var _, var kept) -> {
                flash.put(Shells.TOAST, "intake.toast.undone");
                flash.put(KEPT, kept);
            }
            case UndoOutcome.TooLate _ -> flash.put(Shells.TOAST, "intake.toast.too-late");
        }
        return new ModelAndView("redirect:/assets/intake/" + id);
    }

    private ModelAndView choosing(Actor actor, Problems problems) {
        var recent = uploads.recent(actor.organization(), actor.member(), takeover.undoableSince());
        var view = new ModelAndView("intake/choose", "page", new Choosing(problems, recent));
        if (!problems.none()) {
            view.addObject("status", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
