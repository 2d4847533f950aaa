package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;

/// An unchangeable list in the order of its file, whose members are also found by their id without a scan.
public final class Listing<T extends Listing.Item> extends AbstractList<T> implements RandomAccess {

    /// What has an id: a word that never changes and is unique in its list.
    public interface Item {

        /// The word that other files, the database and addresses use for this item.
        String id();
    }

    private final List<T> items;
    private final Map<String, T> byId;

    /// Keeps the first of two items with the same id; the reader has refused such a file before.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Listing(List<T> items) {
        this.items = List.copyOf(items);
        this.byId = new LinkedHashMap<>();
        this.items.forEach(item -> byId.putIfAbsent(item.id(), item));
    }

    /// What a file may leave out is an empty list.
    Listing() {
        this(List.of());
    }

    /// The item of an id that is known to exist; an unknown id is a bug, so this throws [NoSuchElementException].
    public T named(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no item '" + id + "' in " + byId.keySet()));
    }

    /// The item of an id that may come from outside.
    public Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
