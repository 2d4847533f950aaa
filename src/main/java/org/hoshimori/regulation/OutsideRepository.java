package org.hoshimori.regulation;

import static hoshimori.schema.Tables.REGULATION_OUTSIDE;

import java.time.OffsetDateTime;
import java.util.List;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.regulation.Outside.Item;
import org.hoshimori.regulation.Outside.Kind;
import org.springframework.stereotype.Repository;

@Repository
class OutsideRepository {

    private final Database database;

    OutsideRepository(Database database) {
        this.database = database;
    }

    /// In the order in which they were chosen.
    List<Item> of(OrganizationId organization) {
        return database.within(organization, sql -> sql.select(REGULATION_OUTSIDE.KIND, REGULATION_OUTSIDE.ITEM)
                .from(REGULATION_OUTSIDE)
                .where(REGULATION_OUTSIDE.ORGANIZATION_ID.eq(organization.value()))
                .orderBy(REGULATION_OUTSIDE.POSITION)
                .fetch(row -> new Item(Kind.of(row.value1()), row.value2())));
    }

    /// Replaces what was chosen before.
    void choose(OrganizationId organization, List<Item> items, String by, OffsetDateTime now) {
        database.within(organization, sql -> {
            sql.deleteFrom(REGULATION_OUTSIDE)
                    .where(REGULATION_OUTSIDE.ORGANIZATION_ID.eq(organization.value()))
                    .execute();
            for (var position = 0; position < items.size(); position++) {
                sql.insertInto(REGULATION_OUTSIDE)
                        .set(REGULATION_OUTSIDE.ORGANIZATION_ID, organization.value())
                        .set(REGULATION_OUTSIDE.KIND, items.get(position).kind().id())
                        .set(REGULATION_OUTSIDE.ITEM, items.get(position).item())
                        .set(REGULATION_OUTSIDE.POSITION, position)
                        .set(REGULATION_OUTSIDE.CHOSEN_BY, by)
                        .set(REGULATION_OUTSIDE.CHOSEN_AT, now)
                        .execute();
            }
            return items;
        });
    }
}
