package org.hoshimori.database;

import java.util.concurrent.Callable;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.springframework.stereotype.Component;

/// Counts the SQL statements of this thread, so that tests can hold a page to its budget. Not counted: the reading
/// of the session, and the binding of each transaction to its company.
@Component
public class StatementCount implements ExecuteListenerProvider {

    private final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);

    /// How many statements the work takes.
    public int of(Callable<?> work) throws Exception {
        count.set(0);
        work.call();
        return count.get();
    }

    @Override
    public ExecuteListener provide() {
        return ExecuteListener.onExecuteStart(this::counted);
    }

    private void counted(ExecuteContext statement) {
        count.set(count.get() + 1);
    }
}
