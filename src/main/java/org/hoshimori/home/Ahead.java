package org.hoshimori.home;

import java.util.List;
import java.util.Objects;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.declaration.DeclaredElsewhere;
import org.hoshimori.desk.AcceptedDeclaration;
import org.hoshimori.desk.Application;
import org.hoshimori.desk.Applications;
import org.hoshimori.desk.Life;
import org.hoshimori.document.Approvals;
import org.hoshimori.document.DocumentStanding;
import org.hoshimori.document.Documents;
import org.hoshimori.home.CompanyState.Desk;
import org.hoshimori.home.CompanyState.Handbook;
import org.hoshimori.home.CompanyState.Onward;
import org.hoshimori.home.CompanyState.PolicyDocument;
import org.hoshimori.home.CompanyState.Protection;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.programme.Programme;
import org.hoshimori.publication.Publications;
import org.hoshimori.risk.RiskRounds;
import org.hoshimori.treatment.Treatments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What comes after the controls: documents, the declaration, and the detailed analysis. Two to four statements,
/// because each is looked at only where the company can take it next.
@Component
record Ahead(
        Documents documents, Approvals approvals, Publications publications, Declarations declarations, Fourth fourth) {

    /// The rooms that know what was declared, here and elsewhere.
    @Component
    record Declarations(Programme programme, Applications applications, DeclaredElsewhere elsewhere) {}

    /// The rooms of STEP 4.
    @Component
    record Fourth(Assets assets, RiskRounds rounds, Treatments treatments) {

        /// One or two statements.
        Protection of(OrganizationId organization) {
            var newest = rounds.newest(organization, 1);
            if (newest.isEmpty()) {
                return assets.count(organization) == 0 ? Protection.NO_ASSETS : Protection.LISTED;
            }
            return newest.getFirst().counts().large() > 0 && !treatments.begun(organization)
                    ? Protection.UNTREATED
                    : Protection.TREATED;
        }
    }

    /// @param later what the company does not take up today
    Onward of(Company company, List<Member> people, List<PutOff> later) {
        var standing = documents.standing(company.id());
        var regulations = standing.stream()
                .filter(one -> one.template().startsWith("regulation-"))
                .filter(Ahead::binding)
                .count();
        var handbook = standing.stream()
                        .filter(one -> one.template().equals("handbook"))
                        .anyMatch(Ahead::binding)
                ? Handbook.IN_FORCE
                : Handbook.MISSING;
        var star = star(company);
        var policy = policyDocument(company, star, standing);
        var desk = desk(company, star);
        var asker = policy == PolicyDocument.IN_REVIEW ? asker(company, people, standing) : null;
        var onward =
                new Onward(policy, (int) regulations, star, desk, handbook, Protection.NOT_LOOKED_AT, asker, later);
        return onward.beyond() && desk != Desk.WAITING ? onward.with(fourth.of(company.id())) : onward;
    }

    /// Who asked for the approval of the basic policy, where others give it; else null.
    private @Nullable MemberId asker(Company company, List<Member> people, List<DocumentStanding> standing) {
        return standing.stream()
                .filter(one -> one.template().equals("basic-policy"))
                .map(DocumentStanding::asker)
                .filter(Objects::nonNull)
                .filter(asker -> {
                    var approvers = approvals.approvers(company.id(), "basic-policy", asker, people);
                    return approvers.stream().noneMatch(one -> one.id().equals(asker)) && !approvers.isEmpty();
                })
                .findFirst()
                .orElse(null);
    }

    private int star(Company company) {
        if (company.sample()) {
            return 0;
        }
        return declarations.programme().runs()
                ? declarations.applications().declarations(company.id()).stream()
                        .filter(AcceptedDeclaration::current)
                        .mapToInt(AcceptedDeclaration::star)
                        .max()
                        .orElse(0)
                : declarations.elsewhere().star(company.id());
    }

    /// Who declared two stars has shown where the basic policy is, and a sample publishes nothing; for the others the
    /// address is asked for.
    private PolicyDocument policyDocument(Company company, int star, List<DocumentStanding> standing) {
        var known = standing.stream()
                .filter(one -> one.template().equals("basic-policy"))
                .findFirst();
        if (known.filter(Ahead::binding).isPresent()) {
            return star == 2
                            || !company.sample()
                                    && publications.proof(company.id()).isPresent()
                    ? PolicyDocument.PUBLIC
                    : PolicyDocument.IN_FORCE;
        }
        return known.map(one -> switch (one.state()) {
                    case PROPOSED -> PolicyDocument.NONE;
                    case DRAFT -> PolicyDocument.DRAFT;
                    case IN_REVIEW -> PolicyDocument.IN_REVIEW;
                    case APPROVED, IN_FORCE -> PolicyDocument.IN_FORCE;
                })
                .orElse(PolicyDocument.NONE);
    }

    /// What is under way is looked for only where something could be handed in.
    private Desk desk(Company company, int star) {
        if (company.sample()) {
            return Desk.NOWHERE;
        }
        if (!declarations.programme().runs()) {
            return Desk.ELSEWHERE;
        }
        if (star == 2) {
            return Desk.HERE;
        }
        return declarations.applications().of(company.id()).stream()
                .map(Application::stage)
                .filter(Life.Stage::open)
                .findFirst()
                .map(stage -> stage == Life.Stage.WAITING ? Desk.WAITING : Desk.ASKS)
                .orElse(Desk.HERE);
    }

    /// Approved and in force, whatever is in work beside it.
    private static boolean binding(DocumentStanding standing) {
        return standing.revision() != null && standing.state() != DocumentStanding.State.APPROVED;
    }
}
