package org.hoshimori.declaration;

import java.util.HashMap;
import java.util.List;
import org.hoshimori.address.Places.Place;
import org.hoshimori.web.Problems;

/// What a postal code makes of the form: its address filled, several towns to choose from, or a sentence.
///
/// @param choices towns of the code while none is chosen
record Towns(DeclarationForm form, List<Place> choices, Problems problems) {

    /// @param chosen place of a town in the list, as it was sent; empty before one was chosen
    static Towns of(DeclarationForm form, String chosen, List<Place> found) {
        if (found.isEmpty()) {
            return new Towns(form, found, Problems.one("postalCode", "declaration.problem.postal"));
        }
        var index = found.size() == 1 ? 0 : chosen.matches("[0-9]{1,2}") ? Integer.parseInt(chosen) : -1;
        if (index < 0 || index >= found.size()) {
            return new Towns(form, found, Problems.NONE);
        }
        var place = found.get(index);
        var values = new HashMap<>(form.values());
        values.put("postalCode", place.postalCode());
        values.put("prefecture", place.prefecture());
        values.put("municipality", place.municipality());
        values.put("town", place.town());
        return new Towns(new DeclarationForm(values), List.of(), Problems.NONE);
    }
}
