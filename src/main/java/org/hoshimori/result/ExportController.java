package org.hoshimori.result;

import java.util.Locale;
import java.util.UUID;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.database.Database;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.result.ResultPapers.Dossier;
import org.hoshimori.web.Download;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A result to take along: PDF, Excel, CSV.
@Controller
class ExportController {

    private static final int ROUNDS = 100;

    private final Results results;
    private final Rounds rounds;
    private final Organizations organizations;
    private final ResultPapers papers;
    private final Database database;
    private final MessageSource messages;

    ExportController(
            Results results,
            Rounds rounds,
            Organizations organizations,
            ResultPapers papers,
            Database database,
            MessageSource messages) {
        this.results = results;
        this.rounds = rounds;
        this.organizations = organizations;
        this.papers = papers;
        this.database = database;
        this.messages = messages;
    }

    @GetMapping("/results/{id}/result.pdf")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id, Locale locale) {
        var dossier = dossier(actor, id, locale);
        return file(dossier, "pdf", MediaType.APPLICATION_PDF, papers.pdf(dossier, locale), locale);
    }

    @GetMapping("/results/{id}/result.xlsx")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> excel(Actor actor, @PathVariable UUID id, Locale locale) {
        var dossier = dossier(actor, id, locale);
        return file(dossier, "xlsx", Download.EXCEL, papers.workbook(dossier, locale), locale);
    }

    @GetMapping("/results/{id}/result.csv")
    @Permitted(Permission.READ)
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id, Locale locale) {
        var dossier = dossier(actor, id, locale);
        return file(dossier, "csv", Download.CSV, papers.csv(dossier, locale), locale);
    }

    /// Read in one transaction; the slow rendering afterwards holds no connection.
    private Dossier dossier(Actor actor, UUID id, Locale locale) {
        var organization = actor.organization();
        return database.transact(organization, () -> {
            var result = results.of(organization, new RoundId(id), locale);
            var round = result.round();
            var respondents = rounds.respondents(organization, round.id());
            var earlier = rounds.closed(organization, Round.SELF_DIAGNOSIS, ROUNDS).stream()
                    .dropWhile(one -> !one.id().equals(round.id()))
                    .skip(1)
                    .findFirst()
                    .map(one -> results.of(organization, one, locale));
            return new Dossier(
                    organizations.company(organization),
                    result,
                    earlier.orElse(null),
                    respondents,
                    Reason.of(result, respondents, rounds.answers(organization, round.id())));
        });
    }

    private ResponseEntity<byte[]> file(Dossier dossier, String ending, MediaType type, byte[] content, Locale locale) {
        var round = dossier.result().round();
        var key = dossier.company().sample() ? "result.file.sample" : "result.file";
        var words = new Object[] {round.name(), round.startedOn().toString()};
        // What no system takes as a file name, and what could break out of the header.
        var name = messages.getMessage(key, words, locale).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\s]+", "_");
        return Download.attached(name + "." + ending, type).body(content);
    }
}
