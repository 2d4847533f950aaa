package org.hoshimori.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Isolation of companies, read from the catalogue of the database: by structure, then by row-level security.
/// Works on PostgreSQL 15 and later with the rights of anybody who may connect.
///
/// @param role the application's role
/// @param ofNoCompany tables of schema `public` that belong to no company, each with its reason
record SchemaRule(String role, Map<String, String> ofNoCompany) {

    private static final String FIRST = "organization_id";

    private static final String BOUND = "nullif(current_setting('hoshimori.organization',true),''))::uuid";

    private static final String TABLES = """
            select c.relname, c.relrowsecurity::text, c.relforcerowsecurity::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'flyway\\_%'
            order by 1""";

    private static final String INDEXES = """
            select t.relname, i.relname, coalesce(a.attname, '(expression)'), x.indisprimary::text, m.amname,
                   x.indisunique::text
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            join pg_am m on m.oid = i.relam
            left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
            where n.nspname = 'public'
            order by 1, 2""";

    private static final String FOREIGN_KEYS = """
            select t.relname, k.conname, f.relname, a.attname, b.attname
            from pg_constraint k
            join pg_class t on t.oid = k.conrelid
            join pg_class f on f.oid = k.confrelid
            join pg_namespace n on n.oid = t.relnamespace
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
            where n.nspname = 'public' and k.contype = 'f'
            order by 1, 2""";

    /// Policies that bind the application's role: its own and those of everybody.
    private static final String POLICIES = """
            select tablename, policyname, permissive, cmd, coalesce(qual, ''), coalesce(with_check, '')
            from pg_policies
            where schemaname = 'public' and (roles @> array['public']::name[] or roles @> array[?]::name[])
            order by 1, 2""";

    private static final String VIEWS = """
            select c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and (c.relkind = 'm' or c.relkind = 'v'
                  and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on',
                                                                'security_invoker=1'])
            order by 1""";

    private static final String TRUNCATABLE = """
            select c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege(?, c.oid, 'TRUNCATE')
            order by 1""";

    private static final String ROLE =
            "select rolsuper::text, rolbypassrls::text, rolcreaterole::text from pg_roles where rolname = ?";

    private static final String OWNED = """
            select pg_describe_object(d.classid, d.objid, 0)
            from pg_shdepend d join pg_roles r on r.oid = d.refobjid
            where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and r.rolname = ?
              and d.dbid in (0, (select oid from pg_database where datname = current_database()))
            order by 1""";

    /// A function may say the rule once for all policies; then its body is read.
    private static final String FUNCTIONS = """
            select p.proname || '()', pg_get_functiondef(p.oid)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'public' and p.prokind = 'f' and p.pronargs = 0
            order by 1""";

    /// Roles that the application could become, and that see past the rows of a company.
    private static final String POWERFUL_FRIENDS = """
            select r.rolname
            from pg_roles r
            where r.rolname <> ? and pg_has_role(?, r.oid, 'MEMBER')
              and (r.rolsuper or r.rolbypassrls or exists (
                   select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'public' and c.relowner = r.oid))
            order by 1""";

    /// Every fault in one sentence; empty when the schema keeps companies apart.
    List<String> check(Connection connection) throws SQLException {
        var faults = new ArrayList<String>();
        var tables = new TreeMap<String, List<String>>();
        rows(connection, TABLES).forEach(row -> tables.put(row.getFirst(), row));
        exceptions(tables, faults);
        tables.keySet().removeAll(ofNoCompany.keySet());
        indexes(connection, tables, faults);
        foreignKeys(connection, tables, faults);
        rowSecurity(connection, tables, faults);
        for (var view : rows(connection, VIEWS)) {
            faults.add("view " + view.getFirst() + " shows rows with its owner's rights: security_invoker = true");
        }
        for (var table : rows(connection, TRUNCATABLE, role)) {
            faults.add("table " + table.getFirst() + ": the application may TRUNCATE it, past row-level security");
        }
        role(connection, faults);
        return faults;
    }

    private void exceptions(Map<String, List<String>> tables, List<String> faults) {
        new TreeMap<>(ofNoCompany).forEach((table, reason) -> {
            if (!tables.containsKey(table)) {
                faults.add("table " + table + " is listed as of no company but does not exist");
            }
            if (reason.isBlank()) {
                faults.add("table " + table + " is listed as of no company without a reason");
            }
        });
        tables.keySet().stream()
                .filter(table -> !ofNoCompany.containsKey(table))
                .filter(table ->
                        Rooms.all().stream().noneMatch(room -> table.equals(room) || table.startsWith(room + "_")))
                .forEach(table -> faults.add("table " + table + " is not named after a room"));
    }

    private static void indexes(Connection connection, Map<String, List<String>> tables, List<String> faults)
            throws SQLException {
        var withoutKey = new ArrayList<>(tables.keySet());
        for (var row : rows(connection, INDEXES)) {
            var table = row.getFirst();
            var isPrimary = row.get(3).equals("true");
            if (isPrimary) {
                withoutKey.remove(table);
            }
            if (tables.containsKey(table)
                    && !row.get(4).equals("gin")
                    && !row.get(2).equals(FIRST)) {
                var kind = isPrimary ? "primary key " : row.get(5).equals("true") ? "unique " : "index ";
                faults.add(
                        "table " + table + ": " + kind + row.get(1) + " starts with " + row.get(2) + ", not " + FIRST);
            }
        }
        withoutKey.forEach(table -> faults.add("table " + table + " has no primary key"));
    }

    private static void foreignKeys(Connection connection, Map<String, List<String>> tables, List<String> faults)
            throws SQLException {
        for (var row : rows(connection, FOREIGN_KEYS)) {
            var isInside = tables.containsKey(row.getFirst()) && tables.containsKey(row.get(2));
            if (isInside && !(row.get(3).equals(FIRST) && row.get(4).equals(FIRST))) {
                faults.add("table " + row.getFirst() + ": foreign key " + row.get(1) + " to " + row.get(2)
                        + " does not start with " + FIRST + " on both sides");
            }
        }
    }

    private void rowSecurity(Connection connection, Map<String, List<String>> tables, List<String> faults)
            throws SQLException {
        var unguarded = new ArrayList<>(tables.keySet());
        var functions = rows(connection, FUNCTIONS).stream()
                .filter(function -> flat(function.get(1)).contains(BOUND))
                .map(List::getFirst)
                .toList();
        for (var row : rows(connection, POLICIES, role)) {
            var table = row.getFirst();
            if (!tables.containsKey(table)) {
                continue;
            }
            unguarded.remove(table);
            var isWrong = List.of(row.get(4), row.get(5)).stream()
                    .anyMatch(expression -> !expression.isEmpty() && !bindsOrganization(expression, functions));
            if (row.get(2).equals("PERMISSIVE") && isWrong) {
                faults.add("table " + table + ": policy " + row.get(1) + " does not read " + FIRST
                        + " = NULLIF(current_setting('hoshimori.organization', true), '')::uuid");
            }
        }
        tables.forEach((table, row) -> {
            if (!row.get(1).equals("true")) {
                faults.add("table " + table + " has no row-level security");
            }
            if (!row.get(2).equals("true")) {
                faults.add("table " + table + " does not FORCE row-level security on its owner");
            }
        });
        unguarded.forEach(table -> faults.add("table " + table + " has no policy for the application"));
    }

    private static boolean bindsOrganization(String expression, List<String> functions) {
        var flat = flat(expression);
        var isBound = functions.stream().map(function -> FIRST + "=" + function).anyMatch(flat::contains)
                || flat.contains(FIRST + "=" + BOUND);
        return isBound && !flat.contains(")or(");
    }

    /// Without the casts and brackets that PostgreSQL adds when it prints an expression.
    private static String flat(String expression) {
        return expression
                .replaceAll("\\s|::text", "")
                .toLowerCase(Locale.ROOT)
                .replace("'')::uuid", "''))::uuid")
                .replace("(nullif", "nullif");
    }

    private void role(Connection connection, List<String> faults) throws SQLException {
        var roles = rows(connection, ROLE, role);
        if (roles.isEmpty()) {
            faults.add("role " + role + " does not exist");
            return;
        }
        var powers = List.of("SUPERUSER", "BYPASSRLS", "CREATEROLE");
        for (var i = 0; i < powers.size(); i++) {
            if (roles.getFirst().get(i).equals("true")) {
                faults.add("role " + role + " is " + powers.get(i));
            }
        }
        for (var row : rows(connection, OWNED, role)) {
            faults.add("role " + role + " owns " + row.getFirst());
        }
        for (var row : rows(connection, POWERFUL_FRIENDS, role, role)) {
            faults.add("role " + role + " may become " + row.getFirst() + ", who sees every company");
        }
    }

    private static List<List<String>> rows(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<List<String>>();
                while (result.next()) {
                    var row = new ArrayList<String>();
                    for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }
}
