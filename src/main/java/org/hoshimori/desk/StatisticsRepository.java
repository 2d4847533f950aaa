package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_COUNT;
import static hoshimori.schema.Tables.DESK_DECLARATION;

import java.util.List;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.desk.Statistics.Cell;
import org.jooq.Field;
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
        database.across(sql -> {
            sql.deleteFrom(DESK_COUNT).execute();
            for (var by : Statistics.By.values()) {
                var key = key(by);
                sql.insertInto(DESK_COUNT, DESK_COUNT.LINE, DESK_COUNT.KEY, DESK_COUNT.STAR, DESK_COUNT.DECLARED)
                        .select(DSL.select(
                                        DSL.inline(by.id()),
                                        key,
                                        DESK_DECLARATION.STAR,
                                        DSL.count().cast(Long.class))
                                .from(DESK_DECLARATION)
                                .where(DESK_DECLARATION.STANDING.eq(Standing.CURRENT.id()))
                                .groupBy(key, DESK_DECLARATION.STAR))
                        .execute();
            }
            return sql;
        });
    }

    private static Field<String> key(Statistics.By by) {
        return switch (by) {
            case MONTH -> DSL.field("to_char({0}, 'YYYY-MM')", String.class, DESK_DECLARATION.SINCE);
            case INDUSTRY -> DESK_DECLARATION.INDUSTRY;
            case PREFECTURE -> DESK_DECLARATION.PREFECTURE;
            case SIZE -> DESK_DECLARATION.SIZE;
        };
    }

    /// All of one star together; every declaration has its month.
    List<Cell> stars() {
        var declared = DSL.sum(DESK_COUNT.DECLARED).cast(Long.class);
        return database.across(sql -> sql.select(DESK_COUNT.STAR, declared)
                .from(DESK_COUNT)
                .where(DESK_COUNT.LINE.eq(Statistics.By.MONTH.id()))
                .groupBy(DESK_COUNT.STAR)
                .fetch(row -> new Cell(String.valueOf(row.value1()), row.value1(), row.value2())));
    }

    /// Counts along one line of the table, each with its star.
    List<Cell> cells(Statistics.By by) {
        return database.across(sql -> sql.select(DESK_COUNT.KEY, DESK_COUNT.STAR, DESK_COUNT.DECLARED)
                .from(DESK_COUNT)
                .where(DESK_COUNT.LINE.eq(by.id()))
                .orderBy(DESK_COUNT.KEY, DESK_COUNT.STAR)
                .fetch(row -> new Cell(row.value1(), row.value2(), row.value3())));
    }
}
