package org.hoshimori.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.desk.Application.Purpose;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.ProgrammeTexts;
import org.springframework.stereotype.Component;

/// Applications for tests, handed in through the real verbs.
@Component
public class DeskFixtures {

    private final Applications applications;
    private final ProgrammeTexts texts;
    private final Batches batches;
    private final AtomicInteger names = new AtomicInteger();

    DeskFixtures(Applications applications, ProgrammeTexts texts, Batches batches) {
        this.batches = batches;
        this.applications = applications;
        this.texts = texts;
    }

    /// Facts of a company that nobody else has.
    public Map<String, String> facts() {
        return new HashMap<>(Map.of(
                "name", "試し" + System.nanoTime() + names.incrementAndGet() + "株式会社",
                "kana", "タメシ",
                "holder", "company",
                "industry", "E",
                "prefecture", "13",
                "municipality", "みなと市",
                "town", "星見町",
                "street", "1-2-3",
                "person", "秘密の担当",
                "email", "secret@planted.example"));
    }

    /// An application of this company that waits.
    UUID waiting(OrganizationId company) {
        return ((Applications.Outcome.Waits) handIn(company, facts())).application();
    }

    Application.Paper paper(Map<String, String> facts, int star) {
        return new Application.Paper(
                Purpose.NEW, star, null, new Snapshot(facts), texts.rules().revision(), "港 一郎", List.of());
    }

    /// A batch of what its preview shows now.
    UUID batch(Clerk head, Batches.Choice choice) {
        return batches.start(head, choice, batches.preview(choice, 1).seen()).orElseThrow();
    }

    /// Nothing waits any more.
    void emptyDesk(Clerk head) {
        var all = new Batches.Choice("any", 0, Life.Move.ACCEPT, "");
        batches.start(head, all, batches.preview(all, 1).seen());
        batches.work();
    }

    public Applications.Outcome handIn(OrganizationId organization, Map<String, String> facts) {
        return applications.handIn(organization, paper(facts, 1));
    }
}
