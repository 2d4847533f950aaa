package org.hoshimori.workbook;

import java.util.Locale;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.web.Download;
import org.hoshimori.workbook.RegisterWorkbook.Contents;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The register to take along, as the guideline's workbook.
@Controller
class WorkbookController {

    private final Database database;
    private final Assets assets;
    private final MethodChoice method;
    private final Organizations organizations;
    private final RegisterWorkbook workbook;
    private final Judgements judgements;
    private final MessageSource messages;

    WorkbookController(
            Database database,
            Assets assets,
            MethodChoice method,
            Organizations organizations,
            RegisterWorkbook workbook,
            Judgements judgements) {
        this.database = database;
        this.assets = assets;
        this.method = method;
        this.organizations = organizations;
        this.workbook = workbook;
        this.judgements = judgements;
        this.messages = judgements.messages();
    }

    /// Read in one transaction; the writing afterwards holds no connection.
    @GetMapping("/assets/workbook")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> workbook(Actor actor) {
        var organization = actor.organization();
        var contents = database.transact(organization, () -> {
            var sample = organizations.company(organization).sample();
            return new Contents(
                    assets.all(organization),
                    judgements.of(organization),
                    method.of(organization),
                    sample ? messages.getMessage("workbook.sample", null, Locale.JAPANESE) : "");
        });
        var name = contents.mark() + messages.getMessage("workbook.sheet.register", null, Locale.JAPANESE) + ".xlsx";
        return Download.attached(name, Download.EXCEL).body(workbook.write(contents));
    }
}
