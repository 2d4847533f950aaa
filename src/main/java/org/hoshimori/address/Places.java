package org.hoshimori.address;

import java.text.Normalizer;
import java.util.List;
import org.springframework.stereotype.Component;

/// Places of the official postal file, as the operator loaded it. Empty until somebody loads one.
@Component
public class Places {

    private static final int MOST = 60;

    private final PlaceRepository places;

    Places(PlaceRepository places) {
        this.places = places;
    }

    /// One town.
    ///
    /// @param postalCode seven digits
    /// @param municipalityCode five digits (JIS X 0401 and 0402)
    /// @param prefecture two digits, 01 to 47
    /// @param town empty where the code is the whole municipality's
    public record Place(
            String postalCode, String municipalityCode, String prefecture, String municipality, String town) {}

    /// Whether an address fits the official codes.
    public enum Verdict {
        /// No file is loaded: nobody can say.
        NO_FILE,
        FITS,
        DOUBTFUL
    }

    /// True once a postal file is loaded. One statement.
    public boolean loaded() {
        return places.any();
    }

    /// The towns of a postal code, in any width and with or without a hyphen; empty for anything else. At most 60.
    public List<Place> find(String postalCode) {
        var digits = digits(postalCode);
        return digits.matches("[0-9]{7}") ? places.find(digits, MOST) : List.of();
    }

    /// The municipalities of a prefecture; empty while no file is loaded.
    public List<String> municipalities(String prefecture) {
        return places.municipalities(prefecture);
    }

    /// The digits of a postal code as it is typed.
    public static String digits(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}ー−〒]", "");
    }

    /// Whether there is such a municipality in the prefecture (a district before its name may be left out), and the
    /// postal code, where one is given, belongs to the prefecture.
    public Verdict check(String postalCode, String prefecture, String municipality) {
        if (!places.any()) {
            return Verdict.NO_FILE;
        }
        var fits = places.known(prefecture, Normalizer.normalize(municipality, Normalizer.Form.NFKC))
                && (postalCode.isEmpty()
                        || find(postalCode).stream()
                                .anyMatch(place -> place.prefecture().equals(prefecture)));
        return fits ? Verdict.FITS : Verdict.DOUBTFUL;
    }
}
