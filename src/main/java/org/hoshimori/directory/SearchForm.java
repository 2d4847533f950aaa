package org.hoshimori.directory;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.web.CalendarDay;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

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
    private static final int SHORTEST_NUMBER_ALONE = 8;

    /// A reading and a number behind it.
    private static final int LONGEST_KEY = 300;

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
        var number = digits.matches("[0-9]{4,20}") ? digits : null;
        // A few digits may also be part of a name.
        var name = number == null || number.length() < SHORTEST_NUMBER_ALONE;
        var folded = name && !typed.isEmpty() ? NameFolding.fold(typed) : null;
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
        return after == null ? null : Search.Cursor.of(cut(after, LONGEST_KEY));
    }

    /// The same search, beginning after another row.
    String address(Search.Cursor next) {
        return Stream.concat(parts().stream(), Stream.of(new Part("after", next.toString())))
                .map(part -> part.name() + "=" + UriUtils.encode(part.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/directory?", ""));
    }

    /// True when nothing is looked for: the newest are shown.
    boolean empty() {
        return parts().isEmpty();
    }

    private record Part(String name, String value) {}

    private List<Part> parts() {
        return Stream.of(
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

    /// Without control characters, and not too long.
    private static String cut(@Nullable String text) {
        return text == null ? "" : cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        var clean = text.replaceAll("\\p{Cntrl}", "").strip();
        return clean.substring(0, Math.min(longest, clean.length()));
    }
}
