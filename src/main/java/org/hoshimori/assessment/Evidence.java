package org.hoshimori.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.file.FileId;
import org.hoshimori.file.FileOutcome;
import org.hoshimori.file.Files;
import org.hoshimori.file.StoredFile;
import org.hoshimori.trail.Author;
import org.springframework.stereotype.Component;

/// Files that show why an answer is what it is. They belong to a respondent's answer and freeze with the round.
@Component
public class Evidence {

    private final Database database;
    private final AnswerRepository answers;
    private final Files files;

    Evidence(Database database, AnswerRepository answers, Files files) {
        this.database = database;
        this.answers = answers;
        this.files = files;
    }

    /// One file at one question.
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
            var outcome = files.store(organization, author, sent.name(), sent.content());
            if (outcome instanceof FileOutcome.Stored(var file)) {
                answers.addEvidence(organization, sent.to(), new Tie(TimeOrderedId.next(), sent.question(), file.id()));
            }
            return outcome;
        });
    }

    /// What somebody sends to be kept with a question.
    public record Attachment(Respondent to, String question, String name, byte[] content) {}

    /// Takes a piece away from an open round, with its file.
    public void remove(OrganizationId organization, Author author, Piece piece) {
        database.transact(organization, () -> {
            answers.removeEvidence(organization, piece.id());
            files.remove(organization, author, piece.file());
            return piece;
        });
    }
}
