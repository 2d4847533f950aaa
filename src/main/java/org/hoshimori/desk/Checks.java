package org.hoshimori.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.address.Places;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.CorporateNumber;
import org.hoshimori.programme.Programme;
import org.hoshimori.programme.Programme.Settings.Outbound;
import org.hoshimori.programme.ProgrammeTexts;
import org.hoshimori.web.Outside;
import org.hoshimori.web.Wording;
import org.springframework.stereotype.Component;

/// What the machine checks by itself, each check with a reason in words. A hard one keeps an application from being
/// accepted at once; a soft one is looked at afterwards.
@Component
class Checks {

    /// Every check, in the order in which pages show them.
    static final List<String> ALL = List.of(
            "corporate-number",
            "same-number",
            "same-name",
            "address",
            "mail",
            "wording",
            "rules",
            "policy-address",
            "transfer",
            "stopped-by-desk");

    private static final Set<String> HARD =
            Set.of("corporate-number", "same-number", "same-name", "wording", "rules", "transfer", "stopped-by-desk");

    /// Addresses that anybody gets for nothing: the rules ask for one that the business gave.
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "yahoo.co.jp",
            "yahoo.com",
            "ymail.ne.jp",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "live.jp",
            "icloud.com",
            "me.com",
            "aol.com",
            "proton.me",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp");

    private final DeclarationRepository declarations;
    private final Programme programme;
    private final ProgrammeTexts texts;
    private final Places places;
    private final Outside outside;

    Checks(
            DeclarationRepository declarations,
            Programme programme,
            ProgrammeTexts texts,
            Places places,
            Outside outside) {
        this.outside = outside;
        this.places = places;
        this.declarations = declarations;
        this.programme = programme;
        this.texts = texts;
    }

    /// The ids of all checks that did not pass, those that were seen beforehand last.
    List<String> doubts(OrganizationId company, Application.Paper paper) {
        var snapshot = paper.snapshot();
        var purpose = paper.purpose();
        var number = Objects.requireNonNullElse(paper.number(), "");
        var doubts = new ArrayList<String>();
        var corporate = snapshot.get("corporateNumber");
        if (!corporate.isEmpty() && CorporateNumber.parse(corporate).isEmpty()) {
            doubts.add("corporate-number");
        }
        if (!corporate.isEmpty() && declarations.sameNumber(corporate, number, company)) {
            doubts.add("same-number");
        }
        if (declarations.sameName(snapshot, number, company)) {
            doubts.add("same-name");
        }
        if (addressDoubtful(snapshot)) {
            doubts.add("address");
        }
        if (free(snapshot.get("email"))) {
            doubts.add("mail");
        }
        if (!Wording.ofDeclaration(snapshot.get("reason") + "\n" + snapshot.get("policyHow"))
                .isEmpty()) {
            doubts.add("wording");
        }
        if (texts.rules().revision() != paper.rulesRevision()) {
            doubts.add("rules");
        }
        if (purpose == Application.Purpose.TRANSFER) {
            doubts.add("transfer");
        }
        if (purpose == Application.Purpose.RESTART && declarations.stoppedByDesk(number)) {
            doubts.add("stopped-by-desk");
        }
        doubts.addAll(paper.seen());
        return doubts;
    }

    /// Asks anew of one that waits what changes while it waits: duplicates, and the rules of use.
    void again(UUID application) {
        declarations.recheck(application, texts.rules().revision());
    }

    /// The same of all that wait. One statement however many there are.
    void again() {
        declarations.recheck(null, texts.rules().revision());
    }

    /// Against the official codes where the operator loaded them; without them only whether anything is there.
    private boolean addressDoubtful(Snapshot snapshot) {
        var prefecture = snapshot.get("prefecture");
        var municipality = snapshot.get("municipality");
        return !prefecture.matches("0[1-9]|[1-3][0-9]|4[0-7]")
                || municipality.isEmpty()
                || places.check(snapshot.get("postalCode"), prefecture, municipality) == Places.Verdict.DOUBTFUL;
    }

    /// The same for the address of the policy, which may take seconds: ask outside of a transaction.
    boolean unreachable(Snapshot snapshot) {
        var url = snapshot.get("policyUrl");
        return !url.isEmpty() && programme.settings().outbound() == Outbound.ON && !outside.answers(url);
    }

    static boolean hard(List<String> doubts) {
        return doubts.stream().anyMatch(HARD::contains);
    }

    static boolean free(String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return FREE_MAIL.contains(domain);
    }
}
