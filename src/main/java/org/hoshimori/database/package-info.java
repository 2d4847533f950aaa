/// The database: the embedded PostgreSQL and the connection to an external one, migrations, roles, and the company
/// bound to a transaction. Every other room reaches its tables through [Database], which makes row-level security the
/// second wall of isolation. No table of a company lives here.
@NullMarked
package org.hoshimori.database;

import org.jspecify.annotations.NullMarked;
