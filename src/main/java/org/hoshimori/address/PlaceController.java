package org.hoshimori.address;

import java.util.List;
import org.hoshimori.address.Places.Place;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The towns of a postal code, for the small script beside the field; the button beside it works without.
@RestController
class PlaceController {

    private final Places places;

    PlaceController(Places places) {
        this.places = places;
    }

    @GetMapping("/places/{postalCode}")
    @Permitted(Permission.USE)
    List<Place> find(@PathVariable String postalCode) {
        return places.find(postalCode);
    }
}
