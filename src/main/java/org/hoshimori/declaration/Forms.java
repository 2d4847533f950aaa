package org.hoshimori.declaration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.address.AddressParts;
import org.hoshimori.content.Edition;
import org.hoshimori.declaration.Declaring.Draft;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Company;
import org.hoshimori.programme.Programme;
import org.hoshimori.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the form and its confirmation show.
@Component
class Forms {

    private final DraftRepository drafts;
    private final Readiness readiness;
    private final Around around;

    Forms(DraftRepository drafts, Readiness readiness, Around around) {
        this.drafts = drafts;
        this.readiness = readiness;
        this.around = around;
    }

    /// What every page of this form shows. Six statements.
    record Known(
            @Nullable Draft draft,
            Company company,
            Readiness.Ready ready,
            Edition edition,
            Programme.Terms terms,
            boolean looks) {}

    /// What a form is about.
    record Subject(Purpose purpose, @Nullable String number) {

        static Subject of(Draft draft) {
            return new Subject(draft.purpose(), draft.number());
        }
    }

    Known known(Actor actor, Locale locale) {
        var organization = actor.organization();
        var terms = around.programme().terms();
        var edition = around.programme().edition(terms.settings(), locale);
        var prepared = drafts.prepared(organization);
        return new Known(
                prepared.draft(),
                around.organizations().company(organization),
                readiness.of(organization, edition, prepared.pledged()),
                edition,
                terms,
                around.places().loaded());
    }

    /// A form before anything is typed. Errors: [NotFound] for what is not the company's declaration.
    ///
    /// @param star that was asked for; null for the most that is ready
    DeclarationForm fresh(Actor actor, Subject subject, @Nullable String star, Known known) {
        var number = subject.number();
        if (number != null && subject.purpose() != Purpose.TRANSFER) {
            var declared = around.applications().declarations(actor.organization()).stream()
                    .filter(one -> one.number().equals(number))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("declaration"));
            return DeclarationForm.of(declared, subject.purpose(), known.ready());
        }
        var ready = known.ready();
        var stars = "2".equals(star) || (star == null && ready.forStar(2)) ? 2 : 1;
        var addresses = new AddressParts(known.edition().prefectures().stream().toList(), around.places());
        return DeclarationForm.of(known.company(), ready, addresses, stars);
    }

    /// What is kept of what was typed: the result stands in it as it is, in no other words.
    DeclarationForm typed(Actor actor, Subject subject, Map<String, String> typed) {
        var values = new HashMap<>(typed);
        var attached = !typed.getOrDefault("result", "").isBlank() && "2".equals(typed.get("star"));
        values.put("result", attached ? readiness.result(actor.organization()) : "");
        return new DeclarationForm(values).with(subject.purpose(), null).tidied();
    }

    FormPage content(Known known, Subject subject, Towns towns) {
        return new FormPage(
                known.company(),
                subject.purpose(),
                subject.number(),
                towns,
                known.looks(),
                known.ready(),
                known.edition(),
                known.terms(),
                around.programme().mode());
    }
}
