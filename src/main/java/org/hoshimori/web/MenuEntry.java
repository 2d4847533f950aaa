package org.hoshimori.web;

import java.util.Optional;

/// One entry of the menu, contributed by a room as a bean.
///
/// @param path where it leads; it is current when the page's path begins with it
/// @param text key of the word in the menu
/// @param position entries stand in this order: 10, 20, 30 …
/// @param place where it stands
/// @param permission name of the permission that is needed to see it; empty at the door and in the foot
public record MenuEntry(String path, String text, int position, Place place, String permission) {

    /// The row at the top, the list under the person's name, the sign-in page, where nobody is known yet, or the foot
    /// of every page, which everybody sees.
    public enum Place {
        MAIN,
        PERSON,
        DOOR,
        FOOT
    }

    /// An entry that is there only under some settings.
    @FunctionalInterface
    public interface Sometimes {
        Optional<MenuEntry> entry();
    }
}
