package org.hoshimori.asset;

import static hoshimori.schema.Tables.ASSET_ASSET;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hoshimori.asset.AssetFilter.Sort;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/// An order of the list, and how a page goes on where the one before ended: the id of its last row, then its value.
record AssetOrder(Sort sort) {

    private static final int ID = 36;

    static AssetOrder of(Sort sort) {
        return new AssetOrder(sort);
    }

    List<SortField<?>> order() {
        return switch (sort) {
            case IMPORTANCE -> List.of(ASSET_ASSET.IMPORTANCE.desc(), ASSET_ASSET.ID.desc());
            case NAME -> List.of(ASSET_ASSET.NAME.asc(), ASSET_ASSET.ID.asc());
            case DEPARTMENT -> List.of(ASSET_ASSET.DEPARTMENT.asc(), ASSET_ASSET.ID.asc());
            case REGISTERED -> List.of(ASSET_ASSET.REGISTERED_ON.desc(), ASSET_ASSET.ID.desc());
        };
    }

    String cursor(Asset last) {
        return last.id()
                + switch (sort) {
                    case IMPORTANCE -> String.valueOf(last.importance().ordinal());
                    case NAME -> last.name();
                    case DEPARTMENT -> last.department();
                    case REGISTERED -> last.keeping().registeredOn().toString();
                };
    }

    /// The rows behind a cursor; a cursor that nobody made shows the first page.
    Condition after(String cursor) {
        try {
            if (cursor.length() < ID) {
                return DSL.noCondition();
            }
            var id = UUID.fromString(cursor.substring(0, ID));
            var value = cursor.substring(ID);
            return switch (sort) {
                case IMPORTANCE -> before(ASSET_ASSET.IMPORTANCE, Short.valueOf(value), id);
                case NAME -> behind(ASSET_ASSET.NAME, value, id);
                case DEPARTMENT -> behind(ASSET_ASSET.DEPARTMENT, value, id);
                case REGISTERED -> before(ASSET_ASSET.REGISTERED_ON, LocalDate.parse(value), id);
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return DSL.noCondition();
        }
    }

    private static <T> Condition behind(Field<T> column, T value, UUID id) {
        return DSL.row(column, ASSET_ASSET.ID).gt(value, id);
    }

    private static <T> Condition before(Field<T> column, T value, UUID id) {
        return DSL.row(column, ASSET_ASSET.ID).lt(value, id);
    }
}
