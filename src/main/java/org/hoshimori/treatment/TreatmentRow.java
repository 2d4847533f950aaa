package org.hoshimori.treatment;

import hoshimori.schema.tables.records.TreatmentDecidedRecord;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hoshimori.control.ControlId;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.MemberId;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.DecidedTreatment.End;
import org.hoshimori.treatment.DecidedTreatment.Ending;
import org.hoshimori.treatment.Treatment.Costs;
import org.hoshimori.treatment.Treatment.Way;

/// A decision as a row: the four ways share their columns.
final class TreatmentRow {

    private TreatmentRow() {}

    static TreatmentDecidedRecord of(OrganizationId organization, DecidedTreatment decided) {
        var treatment = decided.treatment();
        var person = treatment.person();
        var row = new TreatmentDecidedRecord();
        row.setOrganizationId(organization.value());
        row.setId(decided.id().value());
        row.setKind(treatment.kind());
        row.setScope(decided.scope().kind().id());
        row.setScopeName(decided.scope().name());
        row.setLevel(word(decided.level()));
        row.setWords(treatment.saying());
        row.setItems(new String[0]);
        row.setControls(new UUID[0]);
        row.setPartner("");
        row.setPersonId(person == null ? null : person.value());
        row.setPerson(decided.person());
        row.setDay(treatment.day());
        row.setCostOnceYen(treatment.costs().onceYen());
        row.setCostYearlyYen(treatment.costs().yearlyYen());
        row.setDecidedBy(decided.decidedBy());
        row.setDecidedAt(decided.decidedAt());
        switch (treatment) {
            case Treatment.Modify modify -> {
                row.setItems(modify.items().toArray(String[]::new));
                row.setControls(modify.controls().stream().map(ControlId::value).toArray(UUID[]::new));
            }
            case Treatment.Share share -> {
                row.setWay(share.way().id());
                row.setPartner(share.partner());
                row.setSumYen(share.sumYen());
            }
            case Treatment.Retain _, Treatment.Avoid _ -> {}
        }
        return row;
    }

    static DecidedTreatment decided(TreatmentDecidedRecord row) {
        var ended = row.getEnded();
        var end = ended == null
                ? null
                : new End(
                        Ending.valueOf(ended.toUpperCase(Locale.ROOT)),
                        Objects.requireNonNullElse(row.getEndedBy(), ""),
                        row.getEndedAt(),
                        Objects.requireNonNullElse(row.getEndReason(), ""));
        return new DecidedTreatment(
                new TreatmentId(row.getId()),
                treatment(row),
                new Group.Scope(Group.Kind.of(row.getScope()), row.getScopeName()),
                level(row.getLevel()),
                row.getPerson(),
                row.getDecidedBy(),
                row.getDecidedAt(),
                end);
    }

    private static Treatment treatment(TreatmentDecidedRecord row) {
        var costs = new Costs(row.getCostOnceYen(), row.getCostYearlyYen());
        return switch (row.getKind()) {
            case "modify" ->
                new Treatment.Modify(
                        List.of(row.getItems()),
                        List.of(row.getControls()).stream().map(ControlId::new).toList(),
                        row.getWords(),
                        new MemberId(row.getPersonId()),
                        row.getDay(),
                        costs);
            case "retain" -> new Treatment.Retain(row.getWords(), new MemberId(row.getPersonId()), row.getDay());
            case "avoid" -> new Treatment.Avoid(row.getWords(), new MemberId(row.getPersonId()), row.getDay(), costs);
            case "share" ->
                new Treatment.Share(
                        Way.of(row.getWay()).orElseThrow(),
                        row.getPartner(),
                        row.getWords(),
                        row.getSumYen(),
                        row.getDay(),
                        costs);
            default -> throw new IllegalStateException("no treatment " + row.getKind());
        };
    }

    static String word(RiskLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    static RiskLevel level(String word) {
        return RiskLevel.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
