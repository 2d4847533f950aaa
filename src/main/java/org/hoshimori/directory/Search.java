package org.hoshimori.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody looks for in the directory: every condition that is not null must hold.
///
/// @param folded part of a name or of its reading, folded; null for any
/// @param number number of the declaration, or 法人番号; null for any
/// @param municipality beginning of its name; null for any
/// @param since declared on this day or later; null for any
record Search(
        @Nullable String folded,
        @Nullable String number,
        @Nullable Integer star,
        @Nullable String industry,
        Place place,
        @Nullable LocalDate since,
        Order order) {

    /// @param prefecture two digits; null for any
    /// @param extent whether more than one municipality can begin so
    record Place(@Nullable String prefecture, @Nullable String municipality, Extent extent) {

        /// How much of a municipality's name is known.
        enum Extent {
            BEGINNING,
            WHOLE
        }

        Place(@Nullable String prefecture, @Nullable String municipality) {
            this(prefecture, municipality, Extent.BEGINNING);
        }

        /// Whether entries of several municipalities may be found by the beginning of a name.
        boolean several() {
            return municipality != null && extent == Extent.BEGINNING;
        }
    }

    /// How results stand.
    enum Order {
        NEWEST,
        NAME;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// After this row the next page begins: the day or the reading it is ordered by, then its number.
    record Cursor(String key, String number) {

        /// From `key~number`; null for anything else.
        static @Nullable Cursor of(@Nullable String text) {
            var at = text == null ? -1 : text.lastIndexOf('~');
            return text == null || at < 0 ? null : new Cursor(text.substring(0, at), text.substring(at + 1));
        }

        @Override
        public String toString() {
            return key + "~" + number;
        }
    }

    /// One page of results.
    ///
    /// @param next null on the last page
    /// @param count of all pages, as far as anybody counts
    record Found(List<DirectoryEntry> entries, @Nullable Cursor next, int count) {

        static final Found NOTHING = new Found(List.of(), null, 0);
    }

    /// The same for its number alone.
    Search onlyNumber() {
        return new Search(null, number, star, industry, place, since, order);
    }

    /// The same for its word alone.
    Search onlyWord() {
        return new Search(folded, null, star, industry, place, since, order);
    }

    Search inOrder(Order other) {
        return new Search(folded, number, star, industry, place, since, other);
    }

    /// The same in one municipality.
    Search at(String prefecture, String municipality) {
        var whole = new Place(prefecture, municipality, Place.Extent.WHOLE);
        return new Search(folded, number, star, industry, whole, since, order);
    }

    Cursor after(DirectoryEntry entry) {
        return new Cursor(order == Order.NAME ? entry.kana() : entry.since().toString(), entry.number());
    }
}
