package org.hoshimori.home;

import java.util.Locale;
import org.hoshimori.content.Editions;
import org.hoshimori.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the words mean.
@Controller
class GlossaryController {

    private final Editions editions;

    GlossaryController(Editions editions) {
        this.editions = editions;
    }

    @GetMapping("/glossary")
    @Open("only texts that are shipped with the product")
    String glossary(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        model.addAttribute(
                "page", GlossaryPage.of(editions.standard(locale).appendix().glossary(), q));
        return "home/glossary";
    }
}
