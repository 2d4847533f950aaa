package org.hoshimori.programme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.content.Editions;
import org.hoshimori.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What the operator words and sets. Each saving is a new revision; the one of the latest day that has come counts.
/// Where nothing was saved, a text shipped with the product stands in, as revision 0.
@Component
public class ProgrammeTexts {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Industries(List<Text> texts, Instant until) {}

    private volatile @Nullable Industries industries;

    private final SettingsRepository texts;
    private final StaffRepository staff;
    private final MessageSource messages;
    private final Editions editions;
    private final Database database;
    private final Clock clock;

    ProgrammeTexts(
            SettingsRepository texts,
            StaffRepository staff,
            MessageSource messages,
            Editions editions,
            Database database,
            Clock clock) {
        this.editions = editions;
        this.texts = texts;
        this.staff = staff;
        this.messages = messages;
        this.database = database;
        this.clock = clock;
    }

    /// What a text is for.
    public enum Kind {
        /// 使用規約: agreed to with each application.
        RULES,
        /// What the personal data of an application are used for.
        PURPOSES,
        NEWS,
        /// A text block for what staff write back.
        BLOCK,
        /// A mail; `{name}`, `{number}`, `{note}` and `{link}` are filled in.
        LETTER,
        SETTING,
        /// What may be chosen as the industry: a letter and its name in each line.
        INDUSTRIES;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String id) {
            return List.of(values()).stream()
                    .filter(kind -> kind.id().equals(id))
                    .findFirst();
        }

        /// The names that are always there.
        List<String> standing() {
            return switch (this) {
                case RULES, PURPOSES, INDUSTRIES -> List.of("standard");
                case LETTER ->
                    List.of("accepted", "returned", "refused", "stopped", "stopped-by-desk", "undone", "code");
                case BLOCK -> List.of("unreachable", "name", "unreadable");
                case NEWS -> List.of();
                case SETTING -> List.of("leading", "digits", "fields", "sample", "days", "outbound");
            };
        }
    }

    /// One revision of a text.
    ///
    /// @param revision 0 for the text shipped with the product
    public record Text(
            Kind kind, String name, int revision, String title, String body, LocalDate inForceFrom, State state) {

        /// An ended text is no longer shown; its revisions stay.
        public enum State {
            SHOWN,
            ENDED
        }

        boolean same(Text other) {
            return kind == other.kind && name.equals(other.name);
        }

        /// Whether it will come into force: a later revision for the same day goes before it.
        boolean ahead(List<Text> history, LocalDate today) {
            return inForceFrom.isAfter(today)
                    && history.stream()
                            .noneMatch(one -> one.inForceFrom.equals(inForceFrom) && one.revision > revision);
        }
    }

    /// What is saved as a new revision.
    public record Draft(Kind kind, String name, String title, String body, LocalDate inForceFrom, Text.State state) {}

    /// Texts of one kind that are in force today, by name; standing names first, news the newest first. Where a
    /// standing text is ended, the shipped one stands in again; an ended text block is gone.
    public List<Text> all(Kind kind) {
        var stored = texts.newest(kind, LocalDate.now(clock)).stream()
                .filter(text -> text.state() == Text.State.SHOWN || kind == Kind.BLOCK)
                .toList();
        var standing = kind.standing().stream()
                .filter(name -> stored.stream().noneMatch(text -> text.name().equals(name)))
                .map(name -> shipped(kind, name));
        return Stream.concat(stored.stream(), standing)
                .filter(text -> text.state() == Text.State.SHOWN)
                .toList();
    }

    /// The text in force; for standing names never empty. One statement.
    public Optional<Text> find(Kind kind, String name) {
        return texts.newest(kind, LocalDate.now(clock)).stream()
                .filter(text -> text.name().equals(name) && text.state() == Text.State.SHOWN)
                .findFirst()
                .or(() -> kind.standing().contains(name) ? Optional.of(shipped(kind, name)) : Optional.empty());
    }

    /// What comes into force on a later day, the nearest first.
    List<Text> ahead() {
        return texts.ahead(LocalDate.now(clock));
    }

    /// What is in force, then what nobody sees before its day.
    List<Text> listed(List<Text> ahead) {
        var listed = new ArrayList<Text>();
        Stream.of(Kind.values()).forEach(kind -> listed.addAll(all(kind)));
        for (var text : ahead) {
            if (text.state() == Text.State.SHOWN && listed.stream().noneMatch(text::same)) {
                listed.add(text);
            }
        }
        return listed;
    }

    /// The rules of use in force.
    public Text rules() {
        return find(Kind.RULES, "standard").orElseThrow();
    }

    /// What the personal data are used for.
    public Text purposes() {
        return find(Kind.PURPOSES, "standard").orElseThrow();
    }

    /// Every revision of a text, the newest first.
    public List<Text> history(Kind kind, String name) {
        return texts.history(kind, name);
    }

    /// What was saved of these kinds and is in force. One statement.
    List<Text> saved(List<Kind> kinds) {
        return texts.newest(kinds, LocalDate.now(clock)).stream()
                .filter(text -> text.state() == Text.State.SHOWN)
                .toList();
    }

    /// The industries as they are worded today, empty where the shipped ones stand. Every public page names industries,
    /// and they change once in years: read at most once in a minute, and anew after somebody saved here.
    List<Text> industries() {
        var now = clock.instant();
        var known = industries;
        if (known == null || now.isAfter(known.until())) {
            known = new Industries(saved(List.of(Kind.INDUSTRIES)), now.plus(REMEMBERED));
            industries = known;
        }
        return known.texts();
    }

    /// The standing text among what was saved, or the one that is shipped.
    Text standing(Kind kind, List<Text> saved) {
        return saved.stream()
                .filter(text -> text.kind() == kind
                        && text.name().equals(kind.standing().getFirst()))
                .findFirst()
                .orElseGet(() -> shipped(kind, kind.standing().getFirst()));
    }

    /// The key of the sentence that says why a body cannot be saved.
    static Optional<String> problem(Kind kind, String name, String body) {
        if (kind == Kind.SETTING) {
            return fits(name, body) ? Optional.empty() : Optional.of("programme.problem.setting." + name);
        }
        if (body.isEmpty() || body.length() > 20_000 || body.matches("(?s).*[\\p{Cntrl}&&[^\\n\\t]].*")) {
            return Optional.of("programme.problem.body");
        }
        return kind == Kind.INDUSTRIES
                        && (!name.equals("standard")
                                || Programme.Division.read(body).isEmpty())
                ? Optional.of("programme.problem.industries")
                : Optional.empty();
    }

    /// Whether a setting can be what it is to be.
    private static boolean fits(String name, String value) {
        return switch (name) {
            case "leading" -> value.matches("[0-9]{1,6}");
            case "digits" -> value.matches("8|9|1[0-8]");
            case "sample", "days" -> value.matches("[0-9]{1,4}");
            case "outbound" -> value.matches("on|off");
            case "fields" -> value.equals("-") || Programme.SWITCHED.containsAll(List.of(value.split("[\\s,]+")));
            default -> false;
        };
    }

    /// Saves a new revision.
    public Text save(Clerk clerk, Draft draft) {
        var saved = database.across(_ -> {
            var now = OffsetDateTime.now(clock);
            staff.lock("text " + draft.kind().id() + " " + draft.name());
            var revision = texts.history(draft.kind(), draft.name()).stream()
                            .mapToInt(Text::revision)
                            .max()
                            .orElse(0)
                    + 1;
            var text = new Text(
                    draft.kind(),
                    draft.name(),
                    revision,
                    draft.title(),
                    draft.body(),
                    draft.inForceFrom(),
                    draft.state());
            texts.add(text, clerk.name(), now);
            staff.record(
                    now,
                    clerk,
                    "text-saved",
                    new Staff.Saved(draft.kind(), draft.name(), revision, draft.title()).about());
            return text;
        });
        industries = null;
        return saved;
    }

    private Text shipped(Kind kind, String name) {
        var key = "programme.shipped." + kind.id() + "." + name;
        var body = kind == Kind.INDUSTRIES ? shippedIndustries() : text(key);
        return new Text(kind, name, 0, text(key + ".title"), body, LocalDate.EPOCH, Text.State.SHOWN);
    }

    private String shippedIndustries() {
        return editions.standard(Locale.JAPANESE).industries().stream()
                .map(one -> one.code() + " " + one.title())
                .collect(Collectors.joining("\n"));
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, "", Locale.JAPANESE));
    }
}
