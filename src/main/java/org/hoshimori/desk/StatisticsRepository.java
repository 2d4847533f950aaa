package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_COUNT;
import static hoshimori.schema.Tables.DESK_DECLARATION;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.desk.Statistics.Cell;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("counts of declarations, never one company's")
@Repository
class StatisticsRepository {

    private final Database database;

    StatisticsRepository(Database database) {
        this.database = database;
    }

    /// Counts everything anew; whoever reads meanwhile sees the counts before.
    void refresh() {
        var month = DSL.field("date_trunc('month', {0})::date", LocalDate.class, DESK_DECLARATION.SINCE);
        database.across(sql -> {
            sql.deleteFrom(DESK_COUNT).execute();
            return sql.insertInto(
                            DESK_COUNT,
                            DESK_COUNT.MONTH,
                            DESK_COUNT.STAR,
                            DESK_COUNT.INDUSTRY,
                            DESK_COUNT.PREFECTURE,
                            DESK_COUNT.SIZE,
                            DESK_COUNT.DECLARED)
                    .select(DSL.select(
                                    month,
                                    DESK_DECLARATION.STAR,
                                    DESK_DECLARATION.INDUSTRY,
                                    DESK_DECLARATION.PREFECTURE,
                                    DESK_DECLARATION.SIZE,
                                    DSL.count().cast(Long.class))
                            .from(DESK_DECLARATION)
                            .where(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))
                            .groupBy(
                                    month,
                                    DESK_DECLARATION.STAR,
                                    DESK_DECLARATION.INDUSTRY,
                                    DESK_DECLARATION.PREFECTURE,
                                    DESK_DECLARATION.SIZE))
                    .execute();
        });
    }

    /// Counts along one line of the table, each with its star.
    List<Cell> cells(Statistics.By by) {
        var column =
                switch (by) {
                    case MONTH -> DSL.field("to_char({0}, 'YYYY-MM')", String.class, DESK_COUNT.MONTH);
                    case INDUSTRY -> DESK_COUNT.INDUSTRY;
                    case PREFECTURE -> DESK_COUNT.PREFECTURE;
                    case SIZE -> DESK_COUNT.SIZE;
                };
        return database.across(sql -> sql.select(
                        column, DESK_COUNT.STAR, DSL.sum(DESK_COUNT.DECLARED).cast(Long.class))
                .from(DESK_COUNT)
                .groupBy(column, DESK_COUNT.STAR)
                .orderBy(column, DESK_COUNT.STAR)
                .fetch(row -> new Cell(row.value1(), row.value2(), row.value3())));
    }
}
