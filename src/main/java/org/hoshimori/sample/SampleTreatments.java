package org.hoshimori.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Assets;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.Controls;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.MemberId;
import org.hoshimori.treatment.Group;
import org.hoshimori.treatment.Treatment;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.TreatmentId;
import org.hoshimori.treatment.TreatmentOutcome;
import org.hoshimori.treatment.Treatments;
import org.jspecify.annotations.Nullable;

/// How the sample company treats its risks.
record SampleTreatments(Past past, Map<String, Actor> people, LocalDate today) {

    /// Writes those decided on or after the first day and before the second, in the order of their days.
    void write(SampleCompany sample, LocalDate from, LocalDate before, Locale locale) {
        var names = sample.register().assets().stream()
                .collect(Collectors.toMap(
                        row -> row.name().ja(), row -> row.name().in(locale), (one, _) -> one));
        for (var decision : sample.treatments()) {
            var day = today.minusDays(decision.daysAgo());
            if (day.isBefore(from) || !day.isBefore(before)) {
                continue;
            }
            past.turnTo(day);
            var by = person(decision.by());
            var asked = new Group.Asked(
                    decision.assets().stream()
                            .map(row ->
                                    asset(by.organization(), known(names.get(row.name()), row.name()), row.medium()))
                            .toList(),
                    null,
                    null,
                    null,
                    null);
            var outcome = past.verb(Treatments.class)
                    .record(by, TreatmentId.next(), asked, treatment(by.organization(), decision, locale));
            if (!(outcome instanceof TreatmentOutcome.Recorded)) {
                throw new IllegalStateException(SampleFile.PATH + ": a treatment was not taken: " + outcome);
            }
        }
    }

    private String asset(OrganizationId organization, String name, String medium) {
        return past.verb(Assets.class).all(organization).stream()
                .filter(asset -> asset.name().equals(name) && asset.medium().equals(medium))
                .map(Asset::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(SampleFile.PATH + ": no asset is called " + name))
                .toString();
    }

    private Treatment treatment(OrganizationId organization, SampleCompany.Decision decision, Locale locale) {
        var words = decision.words().in(locale);
        var day = today.plusDays(decision.dayInDays());
        var costs = new Costs(decision.costOnceYen(), decision.costYearlyYen());
        return switch (decision.kind()) {
            case "modify" ->
                new Treatment.Modify(
                        known(decision.items(), "items"),
                        controls(organization, Objects.requireNonNullElse(decision.controls(), List.of())),
                        words,
                        who(decision),
                        day,
                        costs);
            case "retain" -> new Treatment.Retain(words, who(decision), day);
            case "avoid" -> new Treatment.Avoid(words, who(decision), day, costs);
            case "share" -> {
                var partner = known(decision.partner(), "partner");
                var way = Treatment.Way.of(partner.way()).orElseThrow();
                yield new Treatment.Share(way, partner.name().in(locale), words, partner.sumYen(), day, costs);
            }
            default -> throw new IllegalStateException(SampleFile.PATH + ": no treatment is a " + decision.kind());
        };
    }

    private List<ControlId> controls(OrganizationId organization, List<String> candidates) {
        return past.verb(Controls.class).all(organization).stream()
                .filter(control -> control.candidate() != null && candidates.contains(control.candidate()))
                .map(control -> control.id())
                .toList();
    }

    private MemberId who(SampleCompany.Decision decision) {
        return person(known(decision.who(), "who")).member();
    }

    private Actor person(String id) {
        return known(people.get(id), id);
    }

    private static <T> T known(@Nullable T there, String what) {
        return Objects.requireNonNull(there, what);
    }
}
