package org.hoshimori.handout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hoshimori.access.Link;
import org.hoshimori.access.Links;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.document.Documents;
import org.hoshimori.document.Revision;
import org.hoshimori.document.RevisionId;
import org.hoshimori.document.WordDifference;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.template.Composition;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What one person reads: the revision in force on screens, what changed since their last confirmation, and the
/// questions that come before confirming.
@Component
class Readings {

    /// @param changes since the newest revision that this person confirmed before; null without one
    /// @param confirmation of this revision; null when not yet
    record Text(
            Revision revision,
            Reading reading,
            @Nullable Changes changes,
            ThreeQuestions questions,
            @Nullable Confirmation confirmation) {}

    /// @param difference null where the company brought a file for one of the two
    record Changes(Revision before, @Nullable WordDifference difference) {}

    /// Whom a personal link lets in, and to what.
    ///
    /// @param text of the revision in force; the link was made for `asked`
    record Guest(Company company, Member member, Text text, RevisionId asked) {

        /// Whether another revision has come into force since the link was made.
        boolean overtaken() {
            return !text.revision().id().equals(asked);
        }
    }

    private final Documents documents;
    private final HandoutRepository handouts;
    private final RequestRepository requests;
    private final Editions editions;
    private final Door door;
    private final Database database;

    Readings(
            Documents documents,
            HandoutRepository handouts,
            RequestRepository requests,
            Editions editions,
            Door door,
            Database database) {
        this.documents = documents;
        this.handouts = handouts;
        this.requests = requests;
        this.editions = editions;
        this.door = door;
        this.database = database;
    }

    /// What is needed to let somebody in by a link.
    @Component
    record Door(Links links, Organizations organizations, People people) {}

    /// Errors: [NotFound] when nothing is in force.
    Text text(OrganizationId organization, Handout handout, MemberId member, Locale locale) {
        var all = documents.revisions(organization, handout.template());
        var revision = all.stream()
                .filter(one -> one.begun(documents.today()))
                .findFirst()
                .orElseThrow(() -> new NotFound("revision"));
        var confirmed = handouts.confirmedBy(organization, member);
        var composition = revision.file() == null ? documents.composition(organization, revision.id()) : null;
        return new Text(
                revision,
                composition == null ? Reading.ofFile() : Reading.of(composition, handout.template()),
                confirmed.containsKey(revision.id()) ? null : changes(organization, all, revision, confirmed),
                questions(handout, composition, member, revision, locale),
                confirmed.get(revision.id()));
    }

    private @Nullable Changes changes(
            OrganizationId organization,
            List<Revision> all,
            Revision revision,
            Map<RevisionId, Confirmation> confirmed) {
        var before = all.stream()
                .filter(one -> one.number() < revision.number() && confirmed.containsKey(one.id()))
                .findFirst();
        return before.map(one -> new Changes(
                        one,
                        documents
                                .difference(organization, one.id(), revision.id())
                                .orElse(null)))
                .orElse(null);
    }

    private ThreeQuestions questions(
            Handout handout, @Nullable Composition composition, MemberId member, Revision revision, Locale locale) {
        return composition == null || !handout.asksQuestions()
                ? ThreeQuestions.NONE
                : ThreeQuestions.of(
                        editions.standard(locale).quiz(), Reading.sections(composition), member, revision.id());
    }

    /// Whom a link lets in. Errors: [NotFound] when it is unknown, expired or revoked, when the document is no longer
    /// handed out, or when the person has left: all look alike.
    Guest guest(String token, Locale locale) {
        return entering(token, caller -> guest(caller, locale));
    }

    /// Somebody at the door with a good link.
    ///
    /// @param revision in force; the link may have been made for an earlier one
    record Caller(OrganizationId organization, RequestRepository.Called called, Member member, Revision revision) {

        boolean overtaken() {
            return !revision.id().equals(called.request().revision());
        }
    }

    /// Lets somebody in as [#guest] does, without reading the text, and does something in the same transaction.
    <T> T entering(String token, Function<Caller, T> inside) {
        var link = door.links().open(token, Link.Purpose.HANDOUT).orElseThrow(() -> new NotFound("link"));
        var organization = Objects.requireNonNull(link.organization());
        return database.transact(organization, () -> {
            var called = Optional.ofNullable(link.subject())
                    .flatMap(id -> requests.called(organization, id))
                    .orElseThrow(() -> new NotFound("request"));
            var revision = documents
                    .inForce(organization, called.request().template())
                    .orElseThrow(() -> new NotFound("revision"));
            var member = door.people().member(organization, called.request().member());
            var caller = new Caller(organization, called, member, revision);
            if (!caller.overtaken() && !called.request().stands()) {
                throw new NotFound("request");
            }
            return inside.apply(caller);
        });
    }

    private Guest guest(Caller caller, Locale locale) {
        var organization = caller.organization();
        var request = caller.called().request();
        var handout = handouts.handout(organization, request.template()).orElseThrow(() -> new NotFound("handout"));
        var text = text(organization, handout, request.member(), locale);
        var company = door.organizations().company(organization);
        return new Guest(company, caller.member(), text, request.revision());
    }
}
