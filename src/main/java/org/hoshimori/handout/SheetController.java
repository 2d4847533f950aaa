package org.hoshimori.handout;

import java.io.ByteArrayOutputStream;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.database.Database;
import org.hoshimori.handout.HandoutPage.Typed;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shells;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Paper: sheets with a personal link and code for people without e-mail, what comes back signed, and the Excel list.
@Controller
class SheetController {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int LONGEST_CODES = 2000;

    private final Handouts handouts;
    private final HandoutController.Overview overview;
    private final Requests requests;
    private final Print print;
    private final Database database;

    SheetController(
            Handouts handouts, HandoutController.Overview overview, Requests requests, Print print, Database database) {
        this.handouts = handouts;
        this.overview = overview;
        this.requests = requests;
        this.print = print;
        this.database = database;
    }

    /// What sheets are made of.
    @Component
    record Print(Letters letters, Organizations organizations, MessageSource texts) {}

    /// Sheets for the chosen people. A form that is sent, not a page that is opened: every sheet brings a new link.
    @PostMapping("/handouts/{template}/sheet.pdf")
    @Permitted(Permission.KEEP_DOCUMENTS)
    ResponseEntity<byte[]> sheet(
            Actor actor,
            @PathVariable String template,
            @RequestParam(defaultValue = "") List<UUID> member,
            @RequestParam(defaultValue = "ONE") Letters.Layout layout,
            Locale locale) {
        var organization = actor.organization();
        var sheet = database.transact(organization, () -> {
            var revision = handouts.revision(organization, template);
            var handout = handouts.known(organization, template);
            var members = member.stream().distinct().map(MemberId::new).toList();
            var people = handouts.people(organization, handout, members);
            var tokens = requests.links(organization, revision, people, actor.member());
            people.forEach(person -> handouts.note(actor, person, "document-sheet-printed", revision));
            return new Letters.Sheet(
                    print.organizations().company(organization),
                    revision,
                    people.stream()
                            .map(person ->
                                    print.letters().slip(person, Objects.requireNonNull(tokens.get(person.id()))))
                            .toList(),
                    layout,
                    requests.until());
        });
        return Download.shown("handout.pdf", MediaType.APPLICATION_PDF)
                .body(print.letters().print(sheet, locale));
    }

    /// Sheets that came back signed, by the codes printed on them, however they were typed: all of them or none.
    @PostMapping("/handouts/{template}/paper")
    @Permitted(Permission.KEEP_DOCUMENTS)
    String signed(
            Actor actor,
            @PathVariable String template,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String codes,
            Model model,
            RedirectAttributes flash) {
        var organization = actor.organization();
        var page = overview.page(organization, template, null, Typed.NOTHING);
        var found = new ArrayList<MemberId>();
        var unknown = new ArrayList<String>();
        for (var code : codes(codes)) {
            page.lines().stream()
                    .filter(line -> line.member().personalCode().equals(code))
                    .findFirst()
                    .ifPresentOrElse(line -> found.add(line.member().id()), () -> unknown.add(code));
        }
        if (!unknown.isEmpty() || found.isEmpty()) {
            var problem = unknown.isEmpty()
                    ? Problems.one("codes", "handout.problem.codes.none")
                    : Problems.one("codes", "handout.problem.codes", unknown.getFirst());
            var kept = codes.substring(0, Math.min(codes.length(), LONGEST_CODES));
            model.addAttribute("page", overview.page(organization, template, null, new Typed(kept, problem)));
            model.addAttribute("status", HttpStatus.UNPROCESSABLE_CONTENT);
            return "handout/list";
        }
        var outcome = handouts.confirmedOnPaper(actor, template, revision, found);
        flash.addFlashAttribute(Shells.TOAST, ReadingController.toast(outcome, "handout.toast.paper"));
        return "redirect:/handouts/{template}";
    }

    /// A refused form leaves its address in the browser; opening that again leads back to the page.
    @GetMapping("/handouts/{template}/paper")
    @Permitted(Permission.READ)
    String again(@PathVariable String template) {
        return "redirect:/handouts/{template}";
    }

    private static List<String> codes(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Arrays.stream(plain.split("[\\s,\u3001\u30FB]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> code.substring(0, Math.min(code.length(), 20)))
                .distinct()
                .toList();
    }

    @GetMapping("/handouts/{template}/list.xlsx")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> excel(Actor actor, @PathVariable String template, Locale locale) {
        var page = overview.page(actor.organization(), template, null, Typed.NOTHING);
        if (!page.handedOut()) {
            throw new NotFound("handout");
        }
        var company = print.organizations().company(actor.organization());
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
        return Download.attached(text("handout.sheet", locale) + ".xlsx", Download.EXCEL)
                .body(bytes.toByteArray());
    }

    private String text(String key, Locale locale) {
        return print.texts().getMessage(key, null, locale);
    }
}
