package org.hoshimori.people;

import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The one table of permissions × roles, for everybody to read.
@Controller
class PermissionController {

    @GetMapping("/permissions")
    @Permitted(Permission.USE)
    String permissions() {
        return "people/permissions";
    }
}
