package org.hoshimori.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class KnownQueryTest {

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);
    private static final OrganizationId ONE = OrganizationId.next();
    private static final Field<UUID> COMPANY = DSL.field(DSL.name("company"), SQLDataType.UUID);
    private static final Field<String> NAME = DSL.field(DSL.name("name"), SQLDataType.VARCHAR);

    private final KnownQuery query = KnownQuery.of(DSL.select(NAME)
            .from(DSL.table(DSL.name("one")))
            .where(COMPANY.eq(KnownQuery.COMPANY))
            .and(NAME.ne("it's :organization"))
            .and(DSL.field(DSL.name("day"), SQLDataType.LOCALDATE).le(DSL.param("day", LocalDate.class)))
            .or(COMPANY.ne(KnownQuery.COMPANY))
            .limit(DSL.param("most", Integer.class)));

    @Test
    void values_are_bound_in_their_order_and_constants_stand_in_the_text() {
        var day = LocalDate.of(2026, 11, 20);
        var asked = query.of(SQL, ONE, Map.of("day", day, "most", 3));
        assertThat(asked.getSQL())
                .containsOnlyOnce("'it''s :organization'")
                .doesNotContain(":day", ":most")
                .contains("cast(? as uuid)", "cast(? as date)");
        assertThat(asked.getBindValues())
                .containsExactly(
                        ONE.value().toString(), day.toString(), ONE.value().toString(), 3);
    }

    @Test
    void another_company_is_asked_with_the_same_text() {
        var values = Map.of("day", LocalDate.EPOCH, "most", 1);
        var other = query.of(SQL, OrganizationId.next(), values);
        assertThat(other.getSQL()).isEqualTo(query.of(SQL, ONE, values).getSQL());
        assertThat(other.getBindValues()).doesNotContain(ONE.value().toString());
    }

    @Test
    void a_value_that_is_missing_is_a_bug_and_throws() {
        assertThatThrownBy(() -> query.of(SQL, ONE, Map.of("day", LocalDate.EPOCH)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("most");
    }
}
