package org.hoshimori.threat;

import java.util.List;
import java.util.Optional;

/// One threat to one medium as a company sees it.
///
/// @param id of the content, or one that begins with `own-`
/// @param medium id of a medium of the content, or the company's own word
/// @param frequency 1 to 3
/// @param items ids of the check items that work against it; may be none
/// @param off why the company does not count it; empty when it does
/// @param shipped what the content says; empty for a threat of the company's own
public record CompanyThreat(
        String id,
        String medium,
        String title,
        int frequency,
        List<String> items,
        String off,
        Optional<Shipped> shipped) {

    public CompanyThreat {
        items = List.copyOf(items);
    }

    /// What the content says of a threat.
    public record Shipped(int frequency, String reason, List<String> items, String itemsReason) {

        public Shipped {
            items = List.copyOf(items);
        }
    }

    public boolean counts() {
        return off.isEmpty();
    }

    boolean own() {
        return shipped.isEmpty();
    }

    boolean otherFrequency() {
        return shipped.isPresent() && shipped.get().frequency() != frequency;
    }

    /// Whether an item works against it here and not in the content, or the other way round.
    boolean otherItem(String item) {
        return shipped.isPresent() && shipped.get().items().contains(item) != items.contains(item);
    }

    boolean otherItems() {
        return shipped.isPresent()
                && !(shipped.get().items().containsAll(items)
                        && items.containsAll(shipped.get().items()));
    }

    boolean changed() {
        return otherFrequency() || otherItems() || !counts();
    }
}
