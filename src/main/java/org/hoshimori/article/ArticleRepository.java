package org.hoshimori.article;

import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class ArticleRepository {

    private final Database database;

    ArticleRepository(Database database) {
        this.database = database;
    }

    /// Lets one transaction of the company go on at a time: two first answers at once would open two rounds, and one of
    /// them would never be seen again.
    void alone(OrganizationId organization) {
        database.within(
                organization,
                sql -> sql.fetch(
                        "SELECT pg_advisory_xact_lock(hashtext('article'), hashtext(?))", organization.toString()));
    }
}
