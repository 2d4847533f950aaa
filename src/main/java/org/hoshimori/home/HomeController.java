package org.hoshimori.home;

import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page after signing in.
@Controller
class HomeController {

    @GetMapping("/")
    @Permitted(Permission.USE)
    String home() {
        return "home/home";
    }
}
