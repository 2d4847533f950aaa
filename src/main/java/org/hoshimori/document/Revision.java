package org.hoshimori.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.file.FileId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.template.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the company approved, for ever as it was approved. Its text stands in [Documents#composition].
///
/// @param template id of the document, for example `basic-policy`; one revision of it is in force at a time
/// @param number counted from 1 per document
/// @param fingerprint SHA-256 of the exact text in lower-case hex digits; of the file where there is one
/// @param note what changed, in the words of whoever asked for the approval
/// @param file an existing document that the company brought; null for a composed one
/// @param approvedRole id of the role in which it was approved
/// @param inForceFrom first day on which it binds
public record Revision(
        RevisionId id,
        String template,
        String title,
        int number,
        String fingerprint,
        @Nullable String note,
        @Nullable FileId file,
        String askedBy,
        String approvedBy,
        String approvedRole,
        OffsetDateTime approvedAt,
        LocalDate inForceFrom) {

    /// A revision binds from today on. Published once per revision, in the transaction that notes it: at approval,
    /// or by the nightly job on its day.
    public record InForce(OrganizationId organization, RevisionId revision, String template) {}

    /// Whether the day has come; a later revision may have taken its place since.
    public boolean begun(LocalDate today) {
        return !inForceFrom.isAfter(today);
    }

    /// SHA-256 of its text in one of its languages; [#fingerprint()] is that of the Japanese one, which binds.
    ///
    /// @param composition null where the company brought a file
    String fingerprint(Language language, @Nullable Composition composition) {
        return language == Language.JAPANESE || composition == null
                ? fingerprint
                : Clauses.fingerprint(composition.plainText());
    }

    /// A document on its way to paper.
    ///
    /// @param revision null for a draft
    record Sheet(
            Language language,
            Composition composition,
            Company company,
            @Nullable Revision revision) {

        private static final int CONTENTS_FROM = 8;

        boolean draft() {
            return revision == null;
        }

        /// What stands in the table of contents. A regulation always has one; another document of few headings is short
        /// enough without.
        List<Section> contents() {
            var headed = composition.sections().stream().filter(Section::headed).toList();
            var articles = headed.stream().anyMatch(section -> section.kind() == Section.Kind.ARTICLE);
            return articles || headed.size() >= CONTENTS_FROM ? headed : List.of();
        }
    }

    /// Documents without a browser: begun, and approved in one go. For companies that are made up.
    @Component
    public static class Adoption {

        private final Drafting drafting;
        private final Approvals approvals;
        private final Documents documents;
        private final DraftRepository drafts;

        Adoption(Drafting drafting, Approvals approvals, Documents documents, DraftRepository drafts) {
            this.drafting = drafting;
            this.approvals = approvals;
            this.documents = documents;
            this.drafts = drafts;
        }

        /// Begins a document with these words in its blanks, over what stands there.
        public void begin(Actor actor, String template, Map<String, String> words) {
            var stored = drafts.blanks(actor.organization());
            Map<String, BlankValues.Typed> typed = new LinkedHashMap<>();
            words.forEach((blank, value) -> {
                var before = stored.get(blank);
                var saw = BlankValues.seen(before == null ? "" : before.value());
                typed.put(blank, new BlankValues.Typed(value, saw));
            });
            drafting.fill(actor, template, typed);
        }

        /// Asked for by one person and approved by another, in force from the same day. Errors:
        /// [IllegalStateException] when it cannot be approved as it stands.
        public void adopt(Actor asker, Actor approver, String template) {
            approvals.ask(asker, template, documents.today(), null);
            var read = approvals.fingerprint(asker.organization(), documents.sketch(asker.organization(), template));
            var outcome = approvals.approve(approver, template, read);
            if (!(outcome instanceof Approvals.Outcome.Done)) {
                throw new IllegalStateException(template + ": " + outcome);
            }
        }
    }
}
