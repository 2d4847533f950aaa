package org.hoshimori.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Ticking items as if they were done. The ticks stand in the address: nothing is stored.
@Controller
class WhatIfController {

    private final Situations situations;
    private final Database database;

    WhatIfController(Situations situations, Database database) {
        this.situations = situations;
        this.database = database;
    }

    @GetMapping("/risks/what-if")
    @Permitted(Permission.READ)
    String whatIf(
            Actor actor,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String live,
            Locale locale,
            Model model) {
        var ticked = item == null ? Set.<String>of() : Set.copyOf(item);
        var page = database.transact(
                actor.organization(),
                () -> new WhatIfPage(
                        WhatIf.of(situations.of(actor.organization(), locale), ticked), situations.media(locale)));
        model.addAttribute("page", page);
        return live == null ? "scenario/whatif" : "scenario/live";
    }
}
