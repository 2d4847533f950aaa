package org.hoshimori.result;

import static hoshimori.schema.Tables.RESULT_COMPARISON;
import static hoshimori.schema.Tables.RESULT_CONTRIBUTION;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Points of companies that agreed, under a random number each, and the means over them.
@Repository
@CrossCompany("means over companies that agreed; no row names a company, small groups are not kept")
class ComparisonRepository {

    private static final Field<String> ALL = DSL.inline(Peers.TOTAL);

    private final Database database;

    ComparisonRepository(Database database) {
        this.database = database;
    }

    /// What one company hands to the count.
    ///
    /// @param points by id of the part, and the total by [Peers#TOTAL]
    record Contribution(
            UUID id,
            String edition,
            @Nullable String industry,
            @Nullable String sizeClass,
            Map<String, Integer> points) {}

    /// Puts a contribution in the place of the earlier one: only the latest round counts.
    void contribute(Contribution contribution, OffsetDateTime now) {
        database.across(sql -> {
            sql.deleteFrom(RESULT_CONTRIBUTION)
                    .where(RESULT_CONTRIBUTION.CONTRIBUTION_ID.eq(contribution.id()))
                    .execute();
            return sql.batch(contribution.points().entrySet().stream()
                            .map(part -> sql.insertInto(RESULT_CONTRIBUTION)
                                    .set(RESULT_CONTRIBUTION.CONTRIBUTION_ID, contribution.id())
                                    .set(RESULT_CONTRIBUTION.EDITION, contribution.edition())
                                    .set(RESULT_CONTRIBUTION.PART, part.getKey())
                                    .set(RESULT_CONTRIBUTION.INDUSTRY, contribution.industry())
                                    .set(RESULT_CONTRIBUTION.SIZE_CLASS, contribution.sizeClass())
                                    .set(RESULT_CONTRIBUTION.POINTS, part.getValue())
                                    .set(RESULT_CONTRIBUTION.CONTRIBUTED_AT, now))
                            .toList())
                    .execute();
        });
    }

    /// The group in which a company stands for an edition; empty while it has not contributed.
    Optional<Peers.Own> own(UUID contribution, String edition) {
        return database.across(sql -> sql.select(RESULT_CONTRIBUTION.INDUSTRY, RESULT_CONTRIBUTION.SIZE_CLASS)
                .from(RESULT_CONTRIBUTION)
                .where(RESULT_CONTRIBUTION.CONTRIBUTION_ID.eq(contribution))
                .and(RESULT_CONTRIBUTION.EDITION.eq(edition))
                .and(RESULT_CONTRIBUTION.PART.eq(Peers.TOTAL))
                .fetchOptional(row -> new Peers.Own(row.value1(), row.value2())));
    }

    /// The means of all groups that a company of this industry and size belongs to.
    List<Peers.Mean> means(String edition, @Nullable String industry, @Nullable String sizeClass) {
        var industries = industry == null ? List.of(Peers.TOTAL) : List.of(Peers.TOTAL, industry);
        var sizes = sizeClass == null ? List.of(Peers.TOTAL) : List.of(Peers.TOTAL, sizeClass);
        return database.across(sql -> sql.selectFrom(RESULT_COMPARISON)
                .where(RESULT_COMPARISON.EDITION.eq(edition))
                .and(RESULT_COMPARISON.INDUSTRY.in(industries))
                .and(RESULT_COMPARISON.SIZE_CLASS.in(sizes))
                .fetch(row -> new Peers.Mean(
                        row.getIndustry(), row.getSizeClass(), row.getPart(), row.getCompanies(), row.getMean())));
    }

    /// Counts anew. Groups of fewer than [Peers#FEWEST] companies are not written down at all.
    void renew(OffsetDateTime now) {
        database.across(sql -> {
            sql.deleteFrom(RESULT_COMPARISON).execute();
            count(sql, now, List.of());
            count(sql, now, List.of(RESULT_CONTRIBUTION.INDUSTRY));
            count(sql, now, List.of(RESULT_CONTRIBUTION.SIZE_CLASS));
            return count(sql, now, List.of(RESULT_CONTRIBUTION.INDUSTRY, RESULT_CONTRIBUTION.SIZE_CLASS));
        });
    }

    private static int count(DSLContext sql, OffsetDateTime now, List<Field<String>> by) {
        var groups = new ArrayList<Field<?>>(List.of(RESULT_CONTRIBUTION.EDITION, RESULT_CONTRIBUTION.PART));
        groups.addAll(by);
        var companies = DSL.count();
        return sql.insertInto(
                        RESULT_COMPARISON,
                        RESULT_COMPARISON.EDITION,
                        RESULT_COMPARISON.INDUSTRY,
                        RESULT_COMPARISON.SIZE_CLASS,
                        RESULT_COMPARISON.PART,
                        RESULT_COMPARISON.COMPANIES,
                        RESULT_COMPARISON.MEAN,
                        RESULT_COMPARISON.RENEWED_AT)
                .select(sql.select(
                                RESULT_CONTRIBUTION.EDITION,
                                by.contains(RESULT_CONTRIBUTION.INDUSTRY) ? RESULT_CONTRIBUTION.INDUSTRY : ALL,
                                by.contains(RESULT_CONTRIBUTION.SIZE_CLASS) ? RESULT_CONTRIBUTION.SIZE_CLASS : ALL,
                                RESULT_CONTRIBUTION.PART,
                                companies,
                                DSL.avg(RESULT_CONTRIBUTION.POINTS),
                                DSL.val(now))
                        .from(RESULT_CONTRIBUTION)
                        .where(by.stream().map(Field::isNotNull).toList())
                        .groupBy(groups)
                        .having(companies.ge(Peers.FEWEST)))
                .execute();
    }
}
