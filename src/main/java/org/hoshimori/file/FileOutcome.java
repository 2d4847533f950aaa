package org.hoshimori.file;

/// What became of a file that somebody sent.
public sealed interface FileOutcome {

    /// It is in the database.
    record Stored(StoredFile file) implements FileOutcome {}

    /// More than 10 MB.
    record TooLarge() implements FileOutcome {}

    /// The content is none of the kinds that are taken, whatever the name says; or it holds a macro.
    record TypeNotAllowed() implements FileOutcome {}

    /// The company's files together would be more than the installation allows.
    record CompanyFull() implements FileOutcome {}

    /// There is nothing in it.
    record Empty() implements FileOutcome {}
}
