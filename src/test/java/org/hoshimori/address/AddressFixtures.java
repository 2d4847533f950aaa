package org.hoshimori.address;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/// A small postal file for tests.
@Component
public class AddressFixtures {

    private final PostalFiles files;
    private final PlaceRepository places;

    AddressFixtures(PostalFiles files, PlaceRepository places) {
        this.files = files;
        this.places = places;
    }

    public static byte[] file() {
        return PostalFilesTest.FILE.getBytes(StandardCharsets.UTF_8);
    }

    public void load() {
        files.load("utf_ken_all.csv", new ByteArrayResource(file()));
    }

    public void clear() {
        places.clear();
    }
}
