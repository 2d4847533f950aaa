package org.hoshimori.directory;

import java.util.List;
import org.hoshimori.content.Appendix;
import org.hoshimori.directory.DirectoryEntry.Holder;
import org.jspecify.annotations.Nullable;

/// The public search, with what was found.
///
/// @param count how many there are; above [SearchRepository#COUNTED] it is said as "or more"
/// @param next address of the next page; null on the last
record SearchPage(
        SearchForm form,
        Search search,
        List<DirectoryEntry> entries,
        int count,
        @Nullable String next,
        Words words) {

    /// Names of prefectures and industries in the reader's language.
    record Words(List<Appendix.Prefecture> prefectures, List<Appendix.Industry> industries) {

        String prefecture(String code) {
            for (var one : prefectures) {
                if (one.code().equals(code)) {
                    return one.title();
                }
            }
            return "";
        }

        String industry(String code) {
            for (var one : industries) {
                if (one.code().equals(code)) {
                    return code + " " + one.title();
                }
            }
            return code;
        }

        /// Below the prefecture, as far as it is public: a sole proprietor's town only where the entry has one.
        String place(DirectoryEntry entry) {
            return entry.municipality() + entry.town();
        }
    }

    boolean counted() {
        return count <= SearchRepository.COUNTED;
    }

    String typed() {
        return form.q() == null ? "" : form.q();
    }

    String municipality() {
        return form.m() == null ? "" : form.m();
    }

    String from() {
        return search.since() == null ? "" : search.since().toString();
    }

    boolean byName() {
        return search.order() == Search.Order.NAME;
    }

    static boolean alone(DirectoryEntry entry) {
        return entry.holder() == Holder.SOLE_PROPRIETOR;
    }
}
