package org.hoshimori.organization;

import static org.hoshimori.organization.Role.AUDITOR;
import static org.hoshimori.organization.Role.DEPARTMENT_HEAD;
import static org.hoshimori.organization.Role.EMPLOYEE;
import static org.hoshimori.organization.Role.INSPECTOR;
import static org.hoshimori.organization.Role.OWNER;
import static org.hoshimori.organization.Role.SECURITY_LEAD;
import static org.hoshimori.organization.Role.SYSTEM_ADMIN;
import static org.hoshimori.organization.Role.TRAINER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What may be done, and by which roles: the one table of permissions × roles. The product shows it; a test checks it
/// cell by cell.
public enum Permission {
    /// See the start page and what is asked of oneself.
    USE(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, EMPLOYEE, AUDITOR),
    /// Answer the questions one is asked, and say one's opinion.
    ANSWER(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, EMPLOYEE),
    /// Work on one's own tasks.
    WORK(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, EMPLOYEE),
    /// Record how far the five articles are.
    KEEP_ARTICLES(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN),
    /// Read results, controls, the owner's page and the company's facts.
    READ(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN, TRAINER, INSPECTOR, AUDITOR),
    /// Open rounds, ask people, decide the company's answers, close.
    LEAD_ROUNDS(OWNER, SECURITY_LEAD),
    /// Decide controls: what, who, until when, or not now.
    DECIDE_CONTROLS(OWNER, SECURITY_LEAD),
    /// Write documents, fill their blanks, ask for approval, hand them out, publish them.
    KEEP_DOCUMENTS(OWNER, SECURITY_LEAD),
    /// Approve documents; which of these roles a document needs is said by its template.
    APPROVE_DOCUMENTS(OWNER, SECURITY_LEAD),
    /// Keep the register of information assets.
    KEEP_ASSETS(OWNER, SECURITY_LEAD, DEPARTMENT_HEAD, SYSTEM_ADMIN),
    /// Judge threats, answer the check items, decide how risks are treated. Retaining a high risk is the owner's.
    ANALYSE_RISKS(OWNER, SECURITY_LEAD),
    /// Declare SECURITY ACTION for the company, change and stop a declaration.
    DECLARE(OWNER, SECURITY_LEAD),
    /// Change the company's facts.
    EDIT_COMPANY(OWNER, SECURITY_LEAD),
    /// Add, invite and remove people, sites and departments; give roles.
    MANAGE_PEOPLE(OWNER, SECURITY_LEAD),
    /// Read and export the trail.
    READ_TRAIL(OWNER, SECURITY_LEAD, INSPECTOR, AUDITOR),
    /// What only the owner decides: what must not happen, consent to the comparison, removal of the company.
    OWN(OWNER);

    private final Set<Role> roles;

    Permission(Role first, Role... others) {
        this.roles = EnumSet.of(first, others);
    }

    /// The word in message keys, for example `lead-rounds`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether one of the roles is enough.
    public boolean grantedTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    public boolean grantedTo(Role role) {
        return roles.contains(role);
    }
}
