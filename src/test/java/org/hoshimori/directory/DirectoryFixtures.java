package org.hoshimori.directory;

import java.time.LocalDate;
import org.hoshimori.directory.DirectoryEntry.Holder;

/// Entries of made-up companies.
public final class DirectoryFixtures {

    private DirectoryFixtures() {}

    /// A two-star company in 京都府, industry E.
    public static DirectoryEntry entry(String number, String name, String kana) {
        return new DirectoryEntry(
                number,
                2,
                name,
                kana,
                null,
                "E",
                "26",
                "きたの市",
                "花町",
                Holder.COMPANY,
                LocalDate.of(2026, 11, 1),
                "https://example.com/policy");
    }

    static DirectoryEntry since(DirectoryEntry entry, LocalDate day) {
        return new DirectoryEntry(
                entry.number(),
                entry.star(),
                entry.name(),
                entry.kana(),
                entry.corporateNumber(),
                entry.industry(),
                entry.prefecture(),
                entry.municipality(),
                entry.town(),
                entry.holder(),
                day,
                entry.policyUrl());
    }

    static DirectoryEntry numbered(DirectoryEntry entry, String corporateNumber) {
        return new DirectoryEntry(
                entry.number(),
                entry.star(),
                entry.name(),
                entry.kana(),
                corporateNumber,
                entry.industry(),
                entry.prefecture(),
                entry.municipality(),
                entry.town(),
                entry.holder(),
                entry.since(),
                entry.policyUrl());
    }

    static DirectoryEntry at(DirectoryEntry entry, int star, String industry, String prefecture, String municipality) {
        return new DirectoryEntry(
                entry.number(),
                star,
                entry.name(),
                entry.kana(),
                "7000012050002",
                industry,
                prefecture,
                municipality,
                "",
                Holder.SOLE_PROPRIETOR,
                entry.since(),
                null);
    }
}
