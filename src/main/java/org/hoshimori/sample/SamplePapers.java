package org.hoshimori.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handouts;
import org.hoshimori.organization.Actor;

/// The documents of the sample company: approved and handed out, or in work. It publishes none of them.
record SamplePapers(Past past, Map<String, Actor> people, LocalDate today) {

    void write(List<SampleCompany.Paper> papers) {
        var leader = person("lead");
        var owner = person("owner");
        for (var paper : papers) {
            past.turnTo(today.minusDays(paper.daysAgo()));
            past.verb(Revision.Adoption.class).begin(leader, paper.template(), paper.blanks());
            if (!paper.approved()) {
                continue;
            }
            past.verb(Revision.Adoption.class).adopt(leader, owner, paper.template());
            if (!paper.confirmedBy().isEmpty()) {
                past.verb(Handouts.class).handOut(leader, paper.template());
            }
            var day = 0;
            for (var reader : paper.confirmedBy()) {
                past.turnTo(today.minusDays(paper.daysAgo()).plusDays(day++));
                past.verb(Handouts.class).confirm(person(reader), paper.template(), 1);
            }
        }
    }

    private Actor person(String id) {
        return Objects.requireNonNull(people.get(id), id);
    }
}
