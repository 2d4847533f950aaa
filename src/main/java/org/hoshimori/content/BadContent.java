package org.hoshimori.content;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Thrown when content is read and refused; its message is the list of all faults, so that one start is enough to see
/// them all.
public final class BadContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /// Errors are told all at once: `faults` is everything that was found.
    public BadContent(List<Fault> faults) {
        super(message(faults));
        this.faults = sorted(faults);
    }

    /// All faults, by file and line.
    public List<Fault> faults() {
        return faults;
    }

    /// One thing that is wrong: the file, its line (from 1), what is wrong and what to do about it.
    public record Fault(String file, int line, String problem, String remedy) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + problem + " To do: " + remedy;
        }
    }

    private static List<Fault> sorted(List<Fault> faults) {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                .toList();
    }

    private static String message(List<Fault> faults) {
        List<Fault> sorted = sorted(faults);
        return sorted.stream()
                .map(Fault::toString)
                .collect(Collectors.joining(
                        "\n", "The content is refused, number of faults: " + sorted.size() + "\n", "\n"));
    }
}
