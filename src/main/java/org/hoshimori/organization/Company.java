package org.hoshimori.organization;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.trail.Change;
import org.jspecify.annotations.Nullable;

/// The company's facts. Everything but the name may be missing: a fact is asked where it is first needed.
///
/// @param sample true for the fictional company to try the product
/// @param contact whom to turn to when something happens, as printed on leaflets; free text
public record Company(
        OrganizationId id,
        String name,
        boolean sample,
        OffsetDateTime createdAt,
        Facts facts,
        @Nullable String contact) {

    /// The trail's view of an edit: one change per fact that differs.
    List<Change> changesTo(Company other) {
        var changes = new ArrayList<Change>();
        compare(changes, "changed-name", name, other.name);
        compare(changes, "changed-contact", contact, other.contact);
        compare(changes, "changed-kana", facts.kana, other.facts.kana);
        compare(changes, "changed-corporate-number", facts.corporateNumber, other.facts.corporateNumber);
        compare(changes, "changed-sole-proprietor", facts.soleProprietor, other.facts.soleProprietor);
        compare(changes, "changed-industry", facts.industry, other.facts.industry);
        compare(changes, "changed-prefecture", facts.prefecture, other.facts.prefecture);
        compare(changes, "changed-address", facts.address, other.facts.address);
        compare(changes, "changed-employees", facts.employees, other.facts.employees);
        compare(changes, "changed-capital", facts.capitalYen, other.facts.capitalYen);
        compare(changes, "changed-representative", facts.representative, other.facts.representative);
        compare(changes, "changed-website", facts.website, other.facts.website);
        compare(changes, "changed-budget", facts.yearlyBudgetYen, other.facts.yearlyBudgetYen);
        return changes;
    }

    private static void compare(List<Change> changes, String action, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(
                    action, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    /// What declarations and documents need.
    ///
    /// @param industry letter A to T of 日本標準産業分類
    /// @param prefecture two-digit code, 01 to 47
    /// @param employees persons, the owner not counted
    /// @param yearlyBudgetYen money set aside for information security per year
    public record Facts(
            @Nullable String kana,
            @Nullable CorporateNumber corporateNumber,
            boolean soleProprietor,
            @Nullable String industry,
            @Nullable String prefecture,
            @Nullable String address,
            @Nullable Integer employees,
            @Nullable Long capitalYen,
            @Nullable String representative,
            @Nullable String website,
            @Nullable Long yearlyBudgetYen) {

        public static final Facts UNKNOWN =
                new Facts(null, null, false, null, null, null, null, null, null, null, null);

        /// under-6, 6-20, 21-100, over-100; null while the number of employees is not known.
        public @Nullable String sizeClass() {
            if (employees == null) {
                return null;
            }
            return employees < 6 ? "under-6" : employees <= 20 ? "6-20" : employees <= 100 ? "21-100" : "over-100";
        }
    }
}
