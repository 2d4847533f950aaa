package org.hoshimori.declaration;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.paper.QrCode;
import org.hoshimori.programme.Marks;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.programme.ProgrammeTexts.Text;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Wording;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a company shows of its declaration: marks, sentences for its website and cards, the address to verify it, and
/// a check of its own sentences.
@Controller
class MarksController {

    private static final String FONT = "/fonts/BIZUDPGothic-Bold.ttf";
    private static final int LONGEST = 2000;

    private final Around around;
    private final Marks marks;
    private final ProgrammeTexts texts;
    private final Reach reach;
    private final MessageSource messages;

    MarksController(Around around, Marks marks, ProgrammeTexts texts, Reach reach, MessageSource messages) {
        this.around = around;
        this.marks = marks;
        this.texts = texts;
        this.reach = reach;
        this.messages = messages;
    }

    /// What the page shows.
    ///
    /// @param sentence that the company wants to have checked; empty for none
    record Page(
            AcceptedDeclaration declaration,
            String address,
            boolean reachable,
            QrCode code,
            List<Marks.Mark> marks,
            Text rules,
            String sentence,
            List<String> wrong) {}

    @GetMapping("/declaration/marks")
    @Permitted(Permission.READ)
    ModelAndView marks(Actor actor, @RequestParam(defaultValue = "") String number) {
        return page(current(actor, number), "");
    }

    @PostMapping("/declaration/marks")
    @Permitted(Permission.READ)
    ModelAndView check(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String sentence) {
        return page(current(actor, number), sentence);
    }

    private ModelAndView page(AcceptedDeclaration declared, String sentence) {
        var address = reach.url("/d/" + declared.number());
        var asked = sentence.substring(0, Math.min(sentence.length(), LONGEST));
        return new ModelAndView(
                "declaration/marks",
                "page",
                new Page(
                        declared,
                        address,
                        reach.fromElsewhere(),
                        QrCode.of(address),
                        marks.all().stream()
                                .filter(mark -> mark.star() == declared.star())
                                .toList(),
                        texts.rules(),
                        asked,
                        Wording.ofDeclaration(asked)));
    }

    /// The current declaration of this number, or the newest.
    private AcceptedDeclaration current(Actor actor, String number) {
        return around.applications().declarations(actor.organization()).stream()
                .filter(one ->
                        one.current() && (number.isEmpty() || one.number().equals(number)))
                .findFirst()
                .orElseThrow(() -> new NotFound("declaration"));
    }

    @GetMapping("/declaration/marks/{id}")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> mark(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String number) {
        var star = current(actor, number).star();
        var mark = marks.all().stream()
                .filter(one -> one.id().equals(id) && one.star() == star)
                .findFirst()
                .orElseThrow(() -> new NotFound("mark"));
        return Download.attached(mark.name(), MediaType.parseMediaType(mark.mediaType()))
                .body(marks.content(id).orElseThrow(() -> new NotFound("mark")));
    }

    @GetMapping("/declaration/star.svg")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> svg(Actor actor, @RequestParam(defaultValue = "") String number) {
        var drawing = drawing(actor, number).svg().getBytes(StandardCharsets.UTF_8);
        return Download.attached("star.svg", MediaType.valueOf("image/svg+xml")).body(drawing);
    }

    @GetMapping("/declaration/star.png")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> png(Actor actor, @RequestParam(defaultValue = "") String number) {
        return Download.attached("star.png", MediaType.IMAGE_PNG)
                .body(drawing(actor, number).png(font()));
    }

    private StarDrawing drawing(Actor actor, String number) {
        var word = messages.getMessage("declaration.marks.word", null, java.util.Locale.JAPANESE);
        return new StarDrawing(current(actor, number).star(), word);
    }

    private static Font font() {
        try (InputStream in = MarksController.class.getResourceAsStream(FONT)) {
            return in == null ? new Font(Font.SANS_SERIF, Font.BOLD, 56) : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
