package org.hoshimori.handout;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hoshimori.document.Revision;
import org.hoshimori.handout.Handout.Audience;
import org.hoshimori.handout.Handouts.Line;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Member;
import org.hoshimori.organization.MemberId;
import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// Who has confirmed a document, and how it is handed out.
///
/// @param handout null while it is not handed out
/// @param chosen what the form shows as chosen
record HandoutPage(
        Revision revision, @Nullable Handout handout, List<Line> lines, Company company, Chosen chosen, Typed typed) {

    /// Those who can be chosen, and the mail.
    ///
    /// @param links until when a request's links are good
    /// @param fromElsewhere whether phones can open the links
    record Company(
            List<Member> people,
            List<Department> departments,
            Map<UUID, OffsetDateTime> links,
            Mail mail,
            boolean fromElsewhere) {}

    /// Whether letters leave.
    enum Mail {
        CONFIGURED,
        MISSING
    }

    /// What was chosen in the form, or stands.
    ///
    /// @param ways words of [Way]
    record Chosen(Audience.Kind to, Set<UUID> departments, Set<UUID> people, Set<Way> ways) {

        boolean has(Way way) {
            return ways.contains(way);
        }
    }

    /// What can be switched on for a handout.
    enum Way {
        MAIL,
        QUIZ
    }

    /// Personal codes as typed, and what is wrong.
    record Typed(String codes, Problems problems) {

        static final Typed NOTHING = new Typed("", Problems.NONE);
    }

    /// To whom a document is handed out, and how, as a browser sends it.
    ///
    /// @param to `everybody` or `chosen`; anything else is everybody
    record Form(
            @Nullable String to,
            @Nullable List<UUID> departments,
            @Nullable List<UUID> people,
            @Nullable Boolean mail,
            @Nullable Boolean quiz) {

        private Audience.Kind kind() {
            return "chosen".equals(to) ? Audience.Kind.CHOSEN : Audience.Kind.EVERYBODY;
        }

        /// Nobody would be asked.
        boolean nobody() {
            return kind() == Audience.Kind.CHOSEN
                    && ids(departments).isEmpty()
                    && ids(people).isEmpty();
        }

        Chosen chosen() {
            var ways = EnumSet.noneOf(Way.class);
            if (Boolean.TRUE.equals(mail)) {
                ways.add(Way.MAIL);
            }
            if (Boolean.TRUE.equals(quiz)) {
                ways.add(Way.QUIZ);
            }
            return new Chosen(kind(), ids(departments), ids(people), ways);
        }

        Handout handout(String template) {
            var audience = kind() == Audience.Kind.EVERYBODY
                    ? Audience.EVERYBODY
                    : Audience.of(
                            ids(departments).stream().map(DepartmentId::new).collect(Collectors.toSet()),
                            ids(people).stream().map(MemberId::new).collect(Collectors.toSet()));
            return new Handout(template, audience, Boolean.TRUE.equals(mail), Boolean.TRUE.equals(quiz));
        }

        private static Set<UUID> ids(@Nullable List<UUID> ids) {
            return ids == null
                    ? Set.of()
                    : Set.copyOf(ids.stream().filter(id -> id != null).toList());
        }
    }

    String path() {
        return "/handouts/" + revision.template();
    }

    boolean handedOut() {
        return handout != null;
    }

    boolean handbook() {
        return revision.template().equals(Handout.HANDBOOK);
    }

    List<Line> open() {
        return lines.stream().filter(Line::open).toList();
    }

    List<Line> done() {
        return lines.stream().filter(line -> !line.open()).toList();
    }

    /// Until when a person's newest link is good; null without one.
    @Nullable
    OffsetDateTime until(Line line) {
        var request = line.request();
        return request == null ? null : company.links().get(request.id());
    }

    boolean reached(Member member) {
        return company.mail() == Mail.CONFIGURED && member.email() != null;
    }

    /// How deep a department stands below the company, from 0.
    int depth(Department department) {
        var depth = 0;
        var parent = department.parent();
        while (parent != null && depth < 10) {
            var above = parent;
            parent = company.departments().stream()
                    .filter(one -> one.id().equals(above))
                    .findFirst()
                    .map(Department::parent)
                    .orElse(null);
            depth++;
        }
        return depth;
    }
}
