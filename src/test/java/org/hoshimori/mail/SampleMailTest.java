package org.hoshimori.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.database.Database;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HoshimoriTest
class SampleMailTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Database database;

    @Autowired
    Organizations organizations;

    @Autowired
    OrganizationFixtures companies;

    @Test
    void a_sample_company_never_sends_mail() {
        var sample = organizations.found(
                new Organizations.Founding("見本", "見本 社長", null, EnumSet.of(Role.OWNER), null, true));
        assertThat(waitingAfterSending(sample.organization())).isZero();
        assertThat(waitingAfterSending(companies.company().organization())).isOne();
    }

    private int waitingAfterSending(OrganizationId organization) {
        return database.transact(organization, () -> {
            outbox.send(organization, "somebody@example.jp", "題", "本文");
            return outbox.waiting(organization).waiting();
        });
    }
}
