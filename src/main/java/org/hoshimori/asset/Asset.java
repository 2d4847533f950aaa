package org.hoshimori.asset;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

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
        PersonalData personal,
        Cia cia,
        Overriding override,
        Keeping keeping) {

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
        return folded(name) + "\n" + folded(department) + "\n" + folded(medium);
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

    Asset numbered(int next) {
        return new Asset(
                id, next, businessClass, name, note, users, department, medium, personal, cia, override, keeping);
    }

    Asset rated(Cia figures) {
        return new Asset(
                id, version, businessClass, name, note, users, department, medium, personal, figures, override, keeping);
    }

    Asset on(LocalDate day) {
        return kept(new Keeping(keeping.retention, day, keeping.kin));
    }

    Asset kept(Keeping how) {
        return new Asset(
                id, version, businessClass, name, note, users, department, medium, personal, cia, override, how);
    }
}
