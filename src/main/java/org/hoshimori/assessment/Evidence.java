package org.hoshimori.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.file.FileId;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.file.StoredFile;
import org.hoshimori.trail.Author;
import org.hoshimori.trail.Subject;
import org.hoshimori.trail.Trail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Files that show why an answer is what it is. They belong to a respondent's answer and freeze with the round.
@Component
public class Evidence {

    private final Database database;
    private final RoundRepository rounds;
    private final AnswerRepository answers;
    private final Files files;
    private final Trail trail;

    Evidence(Database database, RoundRepository rounds, AnswerRepository answers, Files files, Trail trail) {
        this.database = database;
        this.rounds = rounds;
        this.answers = answers;
        this.files = files;
        this.trail = trail;
    }

    /// One file at one question.
    ///
    /// @param id that of its file, so that the trail still knows it when it is gone
    public record Piece(UUID id, String question, StoredFile file) {}

    /// The row that ties a file to a question.
    record Tie(UUID id, String question, FileId file) {}

    /// All pieces of a respondent, the oldest first.
    public List<Piece> of(OrganizationId organization, Respondent respondent) {
        var ties = answers.evidence(organization, respondent).stream()
                .collect(Collectors.toMap(Tie::file, Function.identity()));
        return files.all(organization, ties.keySet()).stream()
                .flatMap(file -> Optional.ofNullable(ties.get(file.id())).stream()
                        .map(tie -> new Piece(tie.id(), tie.question(), file)))
                .toList();
    }

    /// Keeps a file with a question of an open round. Whoever asks has checked that the author may answer here.
    public FileOutcome attach(OrganizationId organization, Author author, Attachment sent) {
        return database.transact(organization, () -> {
            rounds.shared(organization, sent.to().round());
            var outcome = files.store(organization, author, sent.name(), sent.content());
            if (outcome instanceof FileOutcome.Stored(var file)) {
                answers.addEvidence(organization, sent.to(), new Tie(file.id().value(), sent.question(), file.id()));
            }
            return outcome;
        });
    }

    /// What somebody sends to be kept with a question.
    public record Attachment(Respondent to, String question, String name, byte[] content) {}

    /// Takes a piece away from an open round, with its file.
    public void remove(OrganizationId organization, Author author, Respondent of, Piece piece) {
        database.transact(organization, () -> {
            rounds.shared(organization, of.round());
            answers.removeEvidence(organization, piece.id());
            files.remove(organization, author, piece.file());
            return piece;
        });
    }

    /// Whether the company had such a piece and took it away: a second click asks for it again.
    public boolean removedBefore(OrganizationId organization, UUID piece) {
        return trail.newest(organization, Subject.of("file", new FileId(piece)), Long.MAX_VALUE, 1).stream()
                .anyMatch(entry -> entry.action().equals("file-removed"));
    }

    /// No bytes stay behind of a respondent who is taken out of the round.
    @EventListener
    void removeAll(RoundClosed.Leaving leaving) {
        var respondent = leaving.respondent();
        of(leaving.organization(), respondent)
                .forEach(piece -> remove(leaving.organization(), leaving.author(), respondent, piece));
    }
}
