package org.hoshimori.asset;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.content.Appendix.TypicalAsset;
import org.hoshimori.trail.Change;
import org.jspecify.annotations.Nullable;

/// One row of the register of information assets (情報資産管理台帳): an asset on one medium.
///
/// @param version counts the changes, from 1; 0 before it is stored
/// @param users who may use it, in words
/// @param department who answers for it; a small company may write a person
/// @param medium id of a medium of the content, or the company's own word
/// @param override why it matters more than its figures say
public record Asset(
        AssetId id,
        int version,
        String businessClass,
        String name,
        String note,
        String users,
        String department,
        String medium,
        PersonalKinds personal,
        Cia cia,
        Overriding override,
        Keeping keeping) {

    private static final int MATCHED = 500;

    /// How long it is kept, when the row was last changed, and what it belongs to.
    ///
    /// @param retention in words or as a date, for example 7年; empty when nobody said
    /// @param kin the same for rows that are one asset on several media
    public record Keeping(String retention, LocalDate registeredOn, AssetId kin) {}

    public Importance importance() {
        return Importance.of(cia, personal, override);
    }

    /// Whether the two say the same; number, version, day and kin do not count.
    public boolean saysTheSameAs(Asset other) {
        return businessClass.equals(other.businessClass)
                && name.equals(other.name)
                && note.equals(other.note)
                && users.equals(other.users)
                && department.equals(other.department)
                && medium.equals(other.medium)
                && personal.equals(other.personal)
                && cia.equals(other.cia)
                && override.equals(other.override)
                && Objects.equals(keeping.retention, other.keeping.retention);
    }

    /// By which a second import recognises the row: name, department and medium, however they are written.
    public String match() {
        return match(name, department, medium);
    }

    /// The same for a row that is not read yet. Folded letters may be many times as long as they were, and the
    /// database sorts by no more than 2,700 bytes.
    public static String match(String name, String department, String medium) {
        var words = folded(name) + "\n" + folded(department) + "\n" + folded(medium);
        return words.length() <= MATCHED
                ? words
                : words.substring(0, MATCHED) + UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    }

    /// What the search reads.
    String folded() {
        return folded(name + " " + note + " " + businessClass + " " + users + " " + department);
    }

    /// The same words in one way of writing: width, case, katakana and spaces do not count.
    public static String folded(String words) {
        var text = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(text.length());
        text.codePoints().filter(letter -> !Character.isWhitespace(letter)).forEach(letter -> {
            var katakana = letter >= 0x30A1 && letter <= 0x30F6;
            folded.appendCodePoint(katakana ? letter - 0x60 : letter);
        });
        return folded.toString();
    }

    /// A typical asset of the content as a row that is not stored, with nobody in charge yet.
    public static Asset typical(TypicalAsset one, LocalDate day) {
        var id = AssetId.next();
        return new Asset(
                id,
                0,
                one.businessClass(),
                one.name(),
                "",
                "",
                "",
                one.medium(),
                PersonalKinds.of(one.personal()),
                new Cia(one.confidentiality(), one.integrity(), one.availability()),
                Overriding.NONE,
                new Keeping("", day, id));
    }

    /// The same rows with new ids that sort as the rows stand, so that a register keeps its order.
    public static List<Asset> inOrder(List<Asset> rows) {
        var ids = Stream.generate(AssetId::next)
                .limit(rows.size())
                .sorted(Comparator.comparing(AssetId::value))
                .iterator();
        return rows.stream()
                .map(row -> row.version() > 0 ? row : row.renamed(ids.next()))
                .toList();
    }

    private Asset renamed(AssetId other) {
        var own = keeping.kin.equals(id) ? other : keeping.kin;
        return new Asset(
                other,
                version,
                businessClass,
                name,
                note,
                users,
                department,
                medium,
                personal,
                cia,
                override,
                new Keeping(keeping.retention, keeping.registeredOn, own));
    }

    /// The row with one other text; empty when the field is none of those or the text does not fit.
    Optional<Asset> withCell(String field, String text) {
        if (text.codePoints().anyMatch(Character::isISOControl) || text.length() > 100) {
            return Optional.empty();
        }
        return switch (field) {
            case "name" -> text.isEmpty() ? Optional.empty() : Optional.of(worded(text, users, department));
            case "users" -> Optional.of(worded(name, text, department));
            case "department" -> Optional.of(worded(name, users, text));
            case "retention" -> Optional.of(kept(new Keeping(text, keeping.registeredOn, keeping.kin)));
            default -> Optional.empty();
        };
    }

    /// The row with one other figure, as the method shows it; empty when the field is none of those or it has no such
    /// figure.
    Optional<Asset> withFigure(String field, String text, String method) {
        var shown = folded(text);
        return shown.matches("[0-3]")
                ? cia.with(field, Integer.parseInt(shown) - MethodChoice.offset(method))
                        .map(this::rated)
                : Optional.empty();
    }

    private Asset worded(String called, String by, String at) {
        return new Asset(id, version, businessClass, called, note, by, at, medium, personal, cia, override, keeping);
    }

    /// The same row as one more medium of another row's asset.
    public Asset akinTo(Asset other) {
        return ofKin(other.keeping.kin);
    }

    /// The same row with another kin.
    public Asset ofKin(AssetId kin) {
        return kept(new Keeping(keeping.retention, keeping.registeredOn, kin));
    }

    /// The same asset on another medium: a row of its own of the same kin.
    Asset twinOn(String other, LocalDate day) {
        return new Asset(
                AssetId.next(),
                0,
                businessClass,
                name,
                note,
                users,
                department,
                other,
                personal,
                cia,
                override,
                new Keeping(keeping.retention, day, keeping.kin));
    }

    Asset numbered(int next) {
        return new Asset(
                id, next, businessClass, name, note, users, department, medium, personal, cia, override, keeping);
    }

    Asset rated(Cia figures) {
        return new Asset(
                id,
                version,
                businessClass,
                name,
                note,
                users,
                department,
                medium,
                personal,
                figures,
                override,
                keeping);
    }

    Asset on(LocalDate day) {
        return kept(new Keeping(keeping.retention, day, keeping.kin));
    }

    Asset kept(Keeping how) {
        return new Asset(
                id, version, businessClass, name, note, users, department, medium, personal, cia, override, how);
    }

    /// What the trail remembers of a changed row: one change per field that differs.
    static List<Change> between(@Nullable Asset before, Asset after) {
        if (before == null) {
            return List.of(Change.to("added", after.name()));
        }
        var changes = new ArrayList<Change>();
        compare(changes, "changed-name", before.name(), after.name());
        compare(changes, "asset-class-changed", before.businessClass(), after.businessClass());
        compare(changes, "asset-note-changed", before.note(), after.note());
        compare(changes, "asset-users-changed", before.users(), after.users());
        compare(changes, "asset-department-changed", before.department(), after.department());
        compare(changes, "asset-medium-changed", before.medium(), after.medium());
        compare(
                changes,
                "asset-personal-changed",
                words(before.personal().kinds()),
                words(after.personal().kinds()));
        compare(changes, "asset-figures-changed", figures(before.cia()), figures(after.cia()));
        compare(
                changes,
                "asset-override-changed",
                words(before.override().reasons()),
                words(after.override().reasons()));
        compare(
                changes,
                "asset-retention-changed",
                before.keeping().retention(),
                after.keeping().retention());
        return changes;
    }

    private static void compare(List<Change> changes, String action, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(action, before, after));
        }
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
    }

    private static String figures(Cia cia) {
        return cia.confidentiality() + " " + cia.integrity() + " " + cia.availability();
    }
}
