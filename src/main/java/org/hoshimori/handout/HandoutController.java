package org.hoshimori.handout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handouts.Line;
import org.hoshimori.handout.Handouts.Paper;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.hoshimori.web.Shells;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Reading what was handed out, and seeing who has.
@Controller
class HandoutController {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Handouts handouts;
    private final Organizations organizations;
    private final Database database;
    private final MessageSource texts;

    HandoutController(Handouts handouts, Organizations organizations, Database database, MessageSource texts) {
        this.handouts = handouts;
        this.organizations = organizations;
        this.database = database;
        this.texts = texts;
    }

    /// What one person is asked to read.
    record MinePage(List<Paper> papers) {

        long open() {
            return papers.stream()
                    .filter(paper -> paper.state() == Handouts.State.OPEN)
                    .count();
        }
    }

    /// Who has confirmed a document.
    record ListPage(Revision revision, Handing handing, List<Line> lines) {

        long confirmed() {
            return lines.stream().filter(line -> line.confirmation() != null).count();
        }
    }

    enum Handing {
        OUT,
        NOT_YET
    }

    @GetMapping("/handouts")
    @Permitted(Permission.USE)
    String mine(Actor actor, Model model) {
        model.addAttribute("page", new MinePage(handouts.mine(actor.organization(), actor.member())));
        return "handout/mine";
    }

    @PostMapping("/handouts/{template}/confirm")
    @Permitted(Permission.USE)
    String confirm(Actor actor, @PathVariable String template, @RequestParam int revision, RedirectAttributes flash) {
        var current = handouts.confirm(actor, template, revision);
        flash.addFlashAttribute(Shells.TOAST, current ? "handout.toast.confirmed" : "handout.toast.overtaken");
        return "redirect:/handouts";
    }

    @GetMapping("/handouts/{template}")
    @Permitted(Permission.READ)
    String list(Actor actor, @PathVariable String template, Model model) {
        model.addAttribute("page", page(actor, template));
        return "handout/list";
    }

    private ListPage page(Actor actor, String template) {
        return database.transact(actor.organization(), () -> {
            var revision = handouts.revision(actor.organization(), template);
            return new ListPage(
                    revision,
                    handouts.handedOut(actor.organization(), template) ? Handing.OUT : Handing.NOT_YET,
                    handouts.lines(actor.organization(), revision));
        });
    }

    @PostMapping("/handouts/{template}")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String handOut(Actor actor, @PathVariable String template, RedirectAttributes flash) {
        handouts.handOut(actor, template);
        flash.addFlashAttribute(Shells.TOAST, "handout.toast.out");
        return "redirect:/handouts/" + template;
    }

    @PostMapping("/handouts/{template}/stop")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String stop(Actor actor, @PathVariable String template, RedirectAttributes flash) {
        handouts.stop(actor, template);
        flash.addFlashAttribute(Shells.TOAST, "handout.toast.stopped");
        return "redirect:/handouts/" + template;
    }

    @PostMapping("/handouts/{template}/people/{member}")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String onPaper(
            Actor actor,
            @PathVariable String template,
            @PathVariable UUID member,
            @RequestParam int revision,
            RedirectAttributes flash) {
        var current = handouts.confirmedOnPaper(actor, template, revision, new MemberId(member));
        flash.addFlashAttribute(Shells.TOAST, current ? "handout.toast.paper" : "handout.toast.overtaken");
        return "redirect:/handouts/" + template;
    }

    @GetMapping("/handouts/{template}/list.xlsx")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> excel(Actor actor, @PathVariable String template, Locale locale) {
        var page = page(actor, template);
        var company = organizations.company(actor.organization());
        var bytes = new ByteArrayOutputStream();
        try (var book = Spreadsheet.to(bytes)) {
            var plan = SheetPlan.of(
                            text("handout.sheet", locale),
                            SheetColumn.of(text("handout.person", locale), 28),
                            SheetColumn.of(text("handout.state", locale), 20),
                            SheetColumn.of(text("handout.day", locale), 16))
                    .titled(company.name() + " " + page.revision().title());
            book.sheet(company.sample() ? plan.marked(text("handout.sample", locale)) : plan);
            for (var line : page.lines()) {
                var confirmation = line.confirmation();
                book.row(
                        SheetCell.text(line.member().name()),
                        SheetCell.text(text(
                                confirmation == null
                                        ? "handout.state.open"
                                        : "handout.state." + confirmation.way().id(),
                                locale)),
                        confirmation == null
                                ? SheetCell.EMPTY
                                : SheetCell.day(confirmation
                                        .at()
                                        .atZoneSameInstant(JAPAN)
                                        .toLocalDate()));
            }
        }
        var name = ContentDisposition.attachment()
                .filename(text("handout.sheet", locale) + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(bytes.toByteArray());
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
