package org.hoshimori.directory;

import static hoshimori.schema.Tables.DIRECTORY_ENTRY;

import java.util.List;
import java.util.function.Consumer;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@CrossCompany("the directory is public and belongs to no company")
@Repository
class DownloadRepository {

    /// So many rows are in memory at a time, however long the directory is.
    private static final int AT_A_TIME = 1000;

    /// The sitemap protocol allows 50,000 addresses a file.
    static final int PER_SITEMAP = 50_000;

    private final Database database;

    DownloadRepository(Database database) {
        this.database = database;
    }

    /// Every current entry by number, some at a time: whoever reads slowly holds no connection.
    void each(Consumer<DirectoryEntry> reader) {
        var last = "";
        List<DirectoryEntry> some;
        do {
            some = after(last);
            some.forEach(reader);
            last = some.isEmpty() ? last : some.getLast().number();
        } while (some.size() == AT_A_TIME);
    }

    private List<DirectoryEntry> after(String number) {
        return database.across(sql -> sql.select(DirectoryRepository.SHOWN)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.STOPPED_ON.isNull())
                .and(DIRECTORY_ENTRY.NUMBER.gt(number))
                .orderBy(DIRECTORY_ENTRY.NUMBER)
                .limit(AT_A_TIME)
                .fetch(DirectoryRepository::entry));
    }

    /// The first number of every file of the sitemap.
    List<String> sitemaps() {
        var numbered = DSL.select(
                        DIRECTORY_ENTRY.NUMBER,
                        DSL.rowNumber()
                                .over(DSL.orderBy(DIRECTORY_ENTRY.NUMBER))
                                .as("place"))
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.STOPPED_ON.isNull())
                .asTable("numbered");
        var place = numbered.field("place", Integer.class);
        return database.across(sql -> sql.select(numbered.field(DIRECTORY_ENTRY.NUMBER))
                .from(numbered)
                .where(
                        place == null
                                ? DSL.noCondition()
                                : place.mod(PER_SITEMAP).eq(1))
                .orderBy(1)
                .fetch(numbered.field(DIRECTORY_ENTRY.NUMBER)));
    }

    /// The numbers of one file of the sitemap.
    List<String> numbers(String first) {
        return database.across(sql -> sql.select(DIRECTORY_ENTRY.NUMBER)
                .from(DIRECTORY_ENTRY)
                .where(DIRECTORY_ENTRY.NUMBER.ge(first))
                .and(DIRECTORY_ENTRY.STOPPED_ON.isNull())
                .orderBy(DIRECTORY_ENTRY.NUMBER)
                .limit(PER_SITEMAP)
                .fetch(DIRECTORY_ENTRY.NUMBER));
    }
}
