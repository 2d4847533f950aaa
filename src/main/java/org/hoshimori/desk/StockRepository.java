package org.hoshimori.desk;

import static hoshimori.schema.Tables.DESK_APPLICATION;
import static hoshimori.schema.Tables.DESK_COUNT;
import static hoshimori.schema.Tables.DESK_DECLARATION;
import static hoshimori.schema.Tables.DESK_EVENT;

import hoshimori.schema.tables.records.DeskApplicationRecord;
import hoshimori.schema.tables.records.DeskDeclarationRecord;
import hoshimori.schema.tables.records.DeskEventRecord;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.TimeOrderedId;
import org.hoshimori.desk.Batches.Handed;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.desk.Statistics.Cell;
import org.hoshimori.directory.NameFolding;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// All declarations together: what an earlier programme handed over, and how many there are.
@CrossCompany("what was handed over has no company; counts of declarations are never one company's")
@Repository
class StockRepository {

    private final Database database;
    private final JsonMapper json;

    StockRepository(Database database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Applications, their one event and declarations, each in one statement.
    void takeOver(List<Handed> handed, String who, OffsetDateTime now) {
        var applications = new ArrayList<DeskApplicationRecord>(handed.size());
        var events = new ArrayList<DeskEventRecord>(handed.size());
        var declarations = new ArrayList<DeskDeclarationRecord>(handed.size());
        for (var one : handed) {
            var application = application(one, now);
            applications.add(application);
            events.add(new DeskEventRecord(
                    TimeOrderedId.next(), application.getId(), now, who, "taken-over", Stage.ACCEPTED.id(), null));
            declarations.add(declaration(one, application, now));
        }
        database.across(sql -> {
            sql.insertInto(DESK_APPLICATION)
                    .columns(DESK_APPLICATION.fields())
                    .valuesOfRecords(applications)
                    .execute();
            sql.insertInto(DESK_EVENT)
                    .columns(DESK_EVENT.fields())
                    .valuesOfRecords(events)
                    .execute();
            return sql.insertInto(DESK_DECLARATION)
                    .columns(DESK_DECLARATION.fields())
                    .valuesOfRecords(declarations)
                    .execute();
        });
    }

    Set<String> declared(Collection<String> numbers) {
        return database.across(sql -> Set.copyOf(sql.select(DESK_DECLARATION.NUMBER)
                .from(DESK_DECLARATION)
                .where(DESK_DECLARATION.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetch(DESK_DECLARATION.NUMBER)));
    }

    private DeskApplicationRecord application(Handed one, OffsetDateTime now) {
        var snapshot = one.snapshot();
        var row = new DeskApplicationRecord();
        row.setId(TimeOrderedId.next());
        row.setPurpose(Application.Purpose.NEW.id());
        row.setStage(Stage.ACCEPTED.id());
        row.setStar(one.star());
        row.setNumber(one.number());
        row.setFacts(JSONB.valueOf(json.writeValueAsString(snapshot.facts())));
        row.setName(snapshot.get("name"));
        row.setFolded(NameFolding.fold(snapshot.get("name")));
        row.setPrefecture(snapshot.get("prefecture"));
        row.setCorporateNumber(snapshot.orNull("corporateNumber"));
        row.setDoubts(new String[0]);
        row.setLookAfter(false);
        row.setRulesRevision(0);
        row.setHandedInAt(now);
        row.setDecidedAt(now);
        row.setCodeTries(0);
        row.setRevision(1);
        row.setOrigin("taken-over");
        return row;
    }

    private static DeskDeclarationRecord declaration(
            Handed one, DeskApplicationRecord application, OffsetDateTime now) {
        var row = new DeskDeclarationRecord();
        row.setNumber(one.number());
        row.setApplicationId(application.getId());
        row.setStanding((one.stoppedOn() == null ? Standing.CURRENT : Standing.STOPPED).id());
        row.setStar(one.star());
        row.setSince(one.since());
        row.setFacts(application.getFacts());
        row.setName(application.getName());
        row.setFolded(application.getFolded());
        row.setPrefecture(application.getPrefecture());
        row.setIndustry(one.snapshot().get("industry"));
        row.setSize(one.snapshot().size());
        row.setCorporateNumber(application.getCorporateNumber());
        row.setStoppedOn(one.stoppedOn());
        row.setChangedAt(now);
        row.setTakenOverOn(now.toLocalDate());
        return row;
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
