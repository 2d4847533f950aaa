package org.hoshimori.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door to all tables. A transaction is bound to one company (`SET LOCAL hoshimori.organization`, which row-level
/// security reads) or to none; calls inside a transaction join it. Two companies never meet in one transaction.
public final class Database {

    private static final Object BOUND = new Object();

    private final DSLContext sql;
    private final DSLContext planned;
    private final TransactionTemplate transaction;

    Database(DSLContext sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.planned =
                DSL.using(sql.configuration().deriveAppending(ExecuteListener.onPrepareEnd(Database::unprepared)));
        this.transaction = transaction;
    }

    /// Runs SQL on one company's rows. Errors: `IllegalStateException` when the transaction is already bound to another
    /// company.
    public <T extends @Nullable Object> T within(OrganizationId organization, Function<DSLContext, T> work) {
        return transact(organization, () -> work.apply(sql));
    }

    /// Runs several steps as one transaction of one company: all of them or none.
    public <T extends @Nullable Object> T transact(OrganizationId organization, Supplier<T> work) {
        return join(() -> {
            bind(organization);
            return work.get();
        });
    }

    /// Runs SQL on tables that belong to no company (see [CrossCompanyTables]). A company's rows stay invisible unless
    /// it is bound.
    public <T extends @Nullable Object> T across(Function<DSLContext, T> work) {
        return join(() -> work.apply(sql));
    }

    /// Runs one statement by itself, without a trip to begin and one to end a transaction: it touches no company's
    /// rows, or calls a function that binds to the company. Errors: `IllegalStateException` inside a transaction.
    public <T extends @Nullable Object> T alone(Function<DSLContext, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a statement that stands alone cannot join a transaction");
        }
        return work.apply(sql);
    }

    /// The same, planned for these very values each time: where their frequency decides how rows are found.
    public <T extends @Nullable Object> T alonePlanned(Function<DSLContext, T> work) {
        return alone(_ -> work.apply(planned));
    }

    private <T extends @Nullable Object> T join(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return transaction.execute(_ -> work.get());
    }

    /// Never prepared on the server: what is prepared there gets one plan for all values.
    private static void unprepared(ExecuteContext context) {
        try {
            Objects.requireNonNull(context.statement())
                    .unwrap(PGStatement.class)
                    .setPrepareThreshold(0);
        } catch (SQLException refused) {
            throw new DataAccessException("the statement cannot be planned by itself", refused);
        }
    }

    private void bind(OrganizationId organization) {
        var bound = TransactionSynchronizationManager.getResource(BOUND);
        if (organization.equals(bound)) {
            return;
        }
        if (bound != null) {
            throw new IllegalStateException("a transaction of one company cannot touch another");
        }
        // A checked UUID, never text from outside. SET LOCAL, not set_config(): it also reaches the workers of a
        // distributed database.
        sql.connection(connection -> {
            // A plain statement: a prepared one per company would push those that serve all out of the driver's memory.
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL hoshimori.organization = '" + organization.value() + "'");
            }
        });
        TransactionSynchronizationManager.bindResource(BOUND, organization);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(BOUND);
            }
        });
    }
}
