package org.hoshimori.directory;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hoshimori.web.CalendarDay;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of a search says; whatever makes no sense is left out instead of refused, because addresses live
/// long in other people's pages.
///
/// @param q name, reading or number
/// @param p prefecture
/// @param m municipality
/// @param i industry
/// @param s star
/// @param from day since which
/// @param o order
/// @param after where the page begins
record SearchForm(
        @Nullable String q,
        @Nullable String p,
        @Nullable String m,
        @Nullable String i,
        @Nullable String s,
        @Nullable String from,
        @Nullable String o,
        @Nullable String after) {

    private static final int LONGEST = 100;

    /// Out of the parameters of an address, by their names.
    static SearchForm of(UnaryOperator<@Nullable String> parameters) {
        return new SearchForm(
                parameters.apply("q"),
                parameters.apply("p"),
                parameters.apply("m"),
                parameters.apply("i"),
                parameters.apply("s"),
                parameters.apply("from"),
                parameters.apply("o"),
                parameters.apply("after"));
    }

    Search search() {
        var typed = cut(q);
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        var number = digits.matches("[0-9]{8,13}") ? digits : null;
        var folded = number == null && !typed.isEmpty() ? NameFolding.fold(typed) : null;
        return new Search(
                folded == null || folded.isEmpty() ? null : folded,
                number,
                "1".equals(s) || "2".equals(s) ? Integer.valueOf(s) : null,
                i != null && i.matches("[A-T]") ? i : null,
                new Search.Place(p != null && p.matches("[0-9]{2}") ? p : null, cut(m).isEmpty() ? null : cut(m)),
                day(),
                Search.Order.NAME.id().equals(o) ? Search.Order.NAME : Search.Order.NEWEST);
    }

    Search.@Nullable Cursor cursor() {
        return Search.Cursor.of(after);
    }

    /// The same search, beginning after another row.
    String address(Search.Cursor next) {
        var address = UriComponentsBuilder.fromPath("/directory");
        for (var part : parts()) {
            address.queryParam(part.name(), part.value());
        }
        return address.queryParam("after", next.toString()).encode().toUriString();
    }

    /// True when nothing is looked for: the newest are shown.
    boolean empty() {
        return parts().isEmpty();
    }

    private record Part(String name, String value) {}

    private List<Part> parts() {
        return java.util.stream.Stream.of(
                        part("q", q),
                        part("p", p),
                        part("m", m),
                        part("i", i),
                        part("s", s),
                        part("from", from),
                        part("o", o))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Part part(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : new Part(name, cut(value));
    }

    /// Only a day that the database can hold.
    private @Nullable LocalDate day() {
        return from == null ? null : CalendarDay.read(from).orElse(null);
    }

    /// Without control characters, at most a hundred letters.
    private static String cut(@Nullable String text) {
        var clean = text == null ? "" : text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }
}
