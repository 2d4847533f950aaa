package org.hoshimori.declaration;

import java.util.List;
import org.hoshimori.content.Edition;
import org.hoshimori.declaration.Readiness.Ready;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.desk.Snapshot;
import org.hoshimori.organization.Company;
import org.hoshimori.programme.Programme;
import org.hoshimori.web.Problems;
import org.hoshimori.web.Shell;
import org.jspecify.annotations.Nullable;

/// The application form and the page on which it is confirmed.
///
/// @param number of the declaration it is about; null for a new one
/// @param looks whether postal codes lead to addresses here
record FormPage(
        Company company,
        Purpose purpose,
        @Nullable String number,
        Towns towns,
        boolean looks,
        Ready ready,
        Edition edition,
        Programme.Terms terms,
        Programme.Mode mode) {

    DeclarationForm form() {
        return towns.form();
    }

    Problems problems() {
        return towns.problems();
    }

    boolean runs() {
        return mode != Programme.Mode.OFF;
    }

    boolean asks(String field) {
        return terms.settings().asks(field);
    }

    boolean required(String field) {
        return form().required(field, terms.settings());
    }

    /// A change of facts keeps its star; a step up leads to the second.
    boolean starChosen() {
        return purpose != Purpose.CHANGE && purpose != Purpose.STEP_UP;
    }

    /// Whether the form began with what was declared before.
    boolean declaredBefore() {
        return purpose == Purpose.CHANGE || purpose == Purpose.STEP_UP || purpose == Purpose.RESTART;
    }

    /// Whether what the star says is proved. A change of facts asks no new proof.
    boolean proved() {
        return purpose == Purpose.CHANGE || ready.forStar(form().star());
    }

    /// The filled fields, in order.
    List<String> filled() {
        return Snapshot.ORDER.stream()
                .filter(field -> !form().get(field).isEmpty())
                .toList();
    }

    /// What the directory will show; of the kind of a company only that it is a sole proprietor's.
    boolean shown(String field) {
        if (field.equals("holder")) {
            return form().soleProprietor();
        }
        return Snapshot.PUBLIC.contains(field)
                && !(field.equals("town")
                        && form().soleProprietor()
                        && form().get("townShown").isEmpty());
    }

    /// The value in words.
    String words(String field, Shell shell) {
        return words(field, form().get(field), edition, shell);
    }

    static String words(String field, String value, Edition edition, Shell shell) {
        return switch (field) {
            case "holder" -> shell.text("declaration.holder." + (value.equals("sole-proprietor") ? value : "company"));
            case "townShown" -> shell.text("declaration.townShown.on");
            default -> Snapshot.coded(field, value, edition, shell);
        };
    }
}
