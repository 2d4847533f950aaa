package org.hoshimori.declaration;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.assessment.Score;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.content.FiveArticles;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.publication.PolicyProof;
import org.hoshimori.publication.Publications;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Whether a company may declare, with the proof of it. One star says that it takes up the five articles, two stars
/// that it answered the self-diagnosis and shows its basic policy to everybody (leaflet of SECURITY ACTION, pages 1–2).
@Component
class Readiness {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final DraftRepository pledges;
    private final Rounds rounds;
    private final Publications publications;
    private final Editions editions;
    private final MessageSource messages;

    Readiness(
            DraftRepository pledges,
            Rounds rounds,
            Publications publications,
            Editions editions,
            MessageSource messages) {
        this.pledges = pledges;
        this.rounds = rounds;
        this.publications = publications;
        this.editions = editions;
        this.messages = messages;
    }

    /// What is there.
    ///
    /// @param pledged ids of the articles that the company takes up
    /// @param round the newest closed self-diagnosis; null before the first
    /// @param proof where the basic policy is public; null where that is not known
    record Ready(
            List<FiveArticles.Article> articles,
            Set<String> pledged,
            @Nullable Round round,
            @Nullable PolicyProof proof) {

        boolean pledged(FiveArticles.Article article) {
            return pledged.contains(article.id());
        }

        /// Whether this star may be declared.
        boolean forStar(int star) {
            return star == 1 ? articles.stream().allMatch(this::pledged) : round != null && proof != null;
        }

        int missing() {
            return (int) articles.stream().filter(article -> !pledged(article)).count();
        }

        java.time.LocalDate closedOn() {
            OffsetDateTime closed =
                    Objects.requireNonNull(Objects.requireNonNull(round).closedAt());
            return closed.atZoneSameInstant(JAPAN).toLocalDate();
        }

        String score() {
            return round == null || round.total() == null ? "" : String.valueOf(round.total());
        }
    }

    /// The newest result as it is handed in: day, edition and points, never an answer. Japanese, for the desk; empty
    /// before the first round is closed.
    String result(OrganizationId organization) {
        var round =
                rounds.closed(organization, Round.SELF_DIAGNOSIS, 1).stream().findFirst();
        return round.flatMap(one -> rounds.score(
                                editions.edition(one.edition(), Locale.JAPANESE),
                                rounds.decisions(organization, one.id()))
                        .map(score -> words(one, score)))
                .orElse("");
    }

    private String words(Round round, Score score) {
        var day = Objects.requireNonNull(round.closedAt())
                .atZoneSameInstant(JAPAN)
                .toLocalDate();
        var parts = score.parts().stream()
                .map(one -> text("declaration.result.part", one.part().title(), one.points()))
                .collect(Collectors.joining("、"));
        return text(
                "declaration.result.text",
                String.valueOf(day.getYear()),
                day.getMonthValue(),
                day.getDayOfMonth(),
                round.edition(),
                score.total(),
                parts);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.JAPANESE);
    }

    Ready of(OrganizationId organization, Edition edition) {
        return of(organization, edition, pledges.pledges(organization));
    }

    /// The same for whoever knows the pledges: two statements.
    Ready of(OrganizationId organization, Edition edition, Set<String> pledged) {
        var articles = edition.fiveArticles().articles();
        var known = articles.stream().map(FiveArticles.Article::id).collect(Collectors.toSet());
        return new Ready(
                articles,
                pledged.stream().filter(known::contains).collect(Collectors.toSet()),
                rounds.closed(organization, Round.SELF_DIAGNOSIS, 1).stream()
                        .findFirst()
                        .orElse(null),
                publications.proof(organization).orElse(null));
    }
}
