package org.hoshimori.mail;

import static hoshimori.schema.Tables.MAIL_MESSAGE;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hoshimori.database.CrossCompany;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@CrossCompany("one outbox for the installation; set-up and reset mails have no company")
@Repository
class MessageRepository {

    private static final int LONGEST_ERROR = 500;

    private final Database database;

    MessageRepository(Database database) {
        this.database = database;
    }

    void add(@Nullable OrganizationId organization, Message message, OffsetDateTime now) {
        database.across(sql -> sql.insertInto(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.ID, message.id())
                .set(MAIL_MESSAGE.ORGANIZATION_ID, organization == null ? null : organization.value())
                .set(MAIL_MESSAGE.RECIPIENT, message.recipient())
                .set(MAIL_MESSAGE.SUBJECT, message.subject())
                .set(MAIL_MESSAGE.BODY, message.body())
                .set(MAIL_MESSAGE.CREATED_AT, now)
                .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, now)
                .execute());
    }

    /// The oldest messages that may be tried now.
    List<Message> due(OffsetDateTime now, int limit) {
        return database.across(sql -> sql.selectFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.SENT_AT.isNull())
                .and(MAIL_MESSAGE.ATTEMPTS.lt(Message.MOST_ATTEMPTS))
                .and(MAIL_MESSAGE.NEXT_ATTEMPT_AT.le(now))
                .orderBy(MAIL_MESSAGE.NEXT_ATTEMPT_AT, MAIL_MESSAGE.ID)
                .limit(limit)
                .fetch(row -> new Message(
                        row.getId(), row.getRecipient(), row.getSubject(), row.getBody(), row.getAttempts())));
    }

    /// Counts the try before it is made, so that a message that kills the process is not tried for ever.
    /// False when it was withdrawn meanwhile.
    boolean tried(Message message, OffsetDateTime now) {
        return database.across(sql -> sql.update(MAIL_MESSAGE)
                        .set(MAIL_MESSAGE.ATTEMPTS, message.attempts() + 1)
                        .set(MAIL_MESSAGE.NEXT_ATTEMPT_AT, now.plus(message.pause()))
                        .where(MAIL_MESSAGE.ID.eq(message.id()))
                        .execute())
                == 1;
    }

    /// Removes what was not sent; true when it was never tried.
    boolean withdraw(UUID id) {
        return database.across(sql -> sql.deleteFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ID.eq(id))
                .and(MAIL_MESSAGE.SENT_AT.isNull())
                .returning(MAIL_MESSAGE.ATTEMPTS)
                .fetchOptional(MAIL_MESSAGE.ATTEMPTS)
                .filter(attempts -> attempts == 0)
                .isPresent());
    }

    /// The text goes: it may hold a link that lets somebody in.
    void sent(UUID id, OffsetDateTime now) {
        database.across(sql -> sql.update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.SENT_AT, now)
                .set(MAIL_MESSAGE.BODY, "")
                .setNull(MAIL_MESSAGE.LAST_ERROR)
                .where(MAIL_MESSAGE.ID.eq(id))
                .execute());
    }

    void failed(UUID id, String error) {
        database.across(sql -> sql.update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.LAST_ERROR, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .where(MAIL_MESSAGE.ID.eq(id))
                .execute());
    }

    /// A message that no try can save.
    void givenUp(UUID id, String error) {
        database.across(sql -> sql.update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.ATTEMPTS, Message.MOST_ATTEMPTS)
                .where(MAIL_MESSAGE.ID.eq(id))
                .execute());
        failed(id, error);
    }

    /// The text of what no try can save goes as well; to whom, about what, why and since when stays.
    void forgetGivenUp(OffsetDateTime now) {
        database.across(sql -> sql.update(MAIL_MESSAGE)
                .set(MAIL_MESSAGE.BODY, "")
                .set(MAIL_MESSAGE.GIVEN_UP_AT, now)
                .where(MAIL_MESSAGE.SENT_AT.isNull())
                .and(MAIL_MESSAGE.ATTEMPTS.ge(Message.MOST_ATTEMPTS))
                .and(MAIL_MESSAGE.GIVEN_UP_AT.isNull())
                .execute());
    }

    void removeOlderThan(OffsetDateTime day) {
        database.across(sql -> sql.deleteFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.CREATED_AT.lt(day))
                .and(MAIL_MESSAGE.SENT_AT.isNotNull().or(MAIL_MESSAGE.ATTEMPTS.ge(Message.MOST_ATTEMPTS)))
                .execute());
    }

    /// What has not left, the newest first.
    List<Outbox.Letter> unsent(OrganizationId organization, int limit) {
        return database.across(sql -> sql.selectFrom(MAIL_MESSAGE)
                .where(MAIL_MESSAGE.ORGANIZATION_ID.eq(organization.value()))
                .and(MAIL_MESSAGE.SENT_AT.isNull())
                .orderBy(MAIL_MESSAGE.CREATED_AT.desc(), MAIL_MESSAGE.ID)
                .limit(limit)
                .fetch(row -> new Outbox.Letter(
                        row.getRecipient(),
                        row.getSubject(),
                        row.getCreatedAt(),
                        row.getGivenUpAt(),
                        row.getLastError())));
    }

    /// @param recipient null for everybody
    Outbox.Waiting waiting(OrganizationId organization, @Nullable String recipient) {
        var of = MAIL_MESSAGE
                .ORGANIZATION_ID
                .eq(organization.value())
                .and(recipient == null ? DSL.noCondition() : MAIL_MESSAGE.RECIPIENT.eq(recipient));
        var unsent = MAIL_MESSAGE.SENT_AT.isNull();
        var exhausted = unsent.and(MAIL_MESSAGE.ATTEMPTS.ge(Message.MOST_ATTEMPTS));
        return database.across(sql -> {
            var counts = sql.select(
                            DSL.count().filterWhere(unsent.andNot(exhausted)),
                            DSL.count().filterWhere(exhausted))
                    .from(MAIL_MESSAGE)
                    .where(of)
                    .fetchSingle();
            var error = sql.select(MAIL_MESSAGE.LAST_ERROR)
                    .from(MAIL_MESSAGE)
                    .where(of)
                    .and(unsent)
                    .and(MAIL_MESSAGE.LAST_ERROR.isNotNull())
                    .orderBy(MAIL_MESSAGE.CREATED_AT.desc())
                    .limit(1)
                    .fetchOne(MAIL_MESSAGE.LAST_ERROR);
            return new Outbox.Waiting(counts.value1(), counts.value2(), error);
        });
    }
}
