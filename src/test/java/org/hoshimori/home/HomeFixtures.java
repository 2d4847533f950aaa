package org.hoshimori.home;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.article.ArticleProgress;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.RoundId;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.control.ControlId;
import org.hoshimori.control.Controls;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.jspecify.annotations.Nullable;

/// A company as plain values, for the rules of the start page and of the owner's page.
final class HomeFixtures {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Edition EDITION = Editions.shipped().standard(Locale.JAPANESE);
    static final MemberId READER = MemberId.next();

    private final Map<String, Integer> points = new HashMap<>();
    private final List<DecidedControl> controls = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();
    private final List<Round> closed = new ArrayList<>();
    private Set<Role> roles = EnumSet.of(Role.OWNER);
    private @Nullable Long budget;
    private @Nullable Integer employees;

    static HomeFixtures company() {
        return new HomeFixtures();
    }

    HomeFixtures roles(Role first, Role... more) {
        roles = EnumSet.of(first, more);
        return this;
    }

    HomeFixtures budget(long yen) {
        budget = yen;
        return this;
    }

    HomeFixtures employees(int beside) {
        employees = beside;
        return this;
    }

    /// A closed round where every question got these points, newer than those before.
    HomeFixtures closed(LocalDate day, int each) {
        closed.addFirst(round(day, each * 25));
        EDITION.selfDiagnosis().questions().forEach(question -> points.put(question.id(), each));
        return this;
    }

    HomeFixtures answered(String question, int given) {
        points.put(question, given);
        return this;
    }

    HomeFixtures control(String question, DecidedControl.State state, @Nullable MemberId who, @Nullable LocalDate due) {
        controls.add(new DecidedControl(
                new ControlId(UUID.randomUUID()),
                question,
                null,
                question,
                null,
                who,
                due,
                null,
                null,
                state,
                OffsetDateTime.of(TODAY.atStartOfDay(), ZoneOffset.ofHours(9))));
        return this;
    }

    HomeFixtures deferred(String question) {
        deferred.add(question);
        return this;
    }

    CompanyFacts facts() {
        var unknown = Company.Facts.UNKNOWN;
        var known = new Company.Facts(
                null, null, unknown.soleProprietor(), null, null, null, employees, null, null, null, budget);
        var now = OffsetDateTime.of(TODAY.atStartOfDay(), ZoneOffset.ofHours(9));
        return new CompanyFacts(
                EDITION,
                EDITION.selfDiagnosis(),
                new Organizations.Portrait(
                        new Company(OrganizationId.next(), "みなと工業", false, now, known, null),
                        List.of(),
                        List.of(new Member(READER, "港 一郎", null, null, null, "", roles, Set.of())),
                        List.of()),
                new ArticleProgress(List.of()),
                new CompanyFacts.Rounds(null, List.of(), closed, Map.copyOf(points)),
                new Controls.Standing(controls, Set.copyOf(deferred)),
                CompanyState.Onward.NOTHING,
                TODAY);
    }

    static Round round(LocalDate day, int total) {
        return new Round(
                RoundId.next(),
                Round.SELF_DIAGNOSIS,
                "3.0",
                day.toString(),
                day,
                null,
                null,
                null,
                READER,
                OffsetDateTime.of(day.atTime(12, 0), ZoneOffset.ofHours(9)),
                total);
    }
}
