package org.hoshimori.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.address.Places.Place;
import org.hoshimori.database.Database;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/// Loads postal files: whoever looks an address up meanwhile sees the places before, and a file that is none of them
/// changes nothing.
@Component
public class PostalFiles {

    private static final int STEP = 2_000;

    private final PlaceRepository places;
    private final Database database;
    private final Clock clock;
    private final String setting;

    PostalFiles(
            PlaceRepository places,
            Database database,
            Clock clock,
            @Value("${hoshimori.postal-file:}") String setting) {
        this.places = places;
        this.database = database;
        this.clock = clock;
        this.setting = setting.strip();
    }

    /// The file that is loaded.
    ///
    /// @param fingerprint SHA-256 of the file
    /// @param bad how many lines could not be read
    /// @param badLines numbers of the first of them, from 1; at most 100
    public record Loaded(
            String fileName, byte[] fingerprint, int places, int bad, List<Integer> badLines, OffsetDateTime at) {}

    /// How loading ended.
    public sealed interface Outcome {
        record Done(Loaded loaded) implements Outcome {}

        /// Nothing was changed.
        record Refused(Reason reason) implements Outcome {}

        /// Why a file was not loaded.
        enum Reason {
            EMPTY,
            NOT_UTF8,
            /// It has other columns than the official file, or more bad lines than good ones.
            OTHER_LAYOUT,
            BROKEN;

            /// The word in message keys.
            public String id() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /// The file that is loaded; empty when there is none.
    public Optional<Loaded> loaded() {
        return places.source();
    }

    /// Puts the places of a file in the place of those before, all at once.
    ///
    /// @param name of the file, to be shown
    public Outcome load(String name, InputStreamSource file) {
        try {
            return database.across(_ -> swap(name, file));
        } catch (Stop stop) {
            return new Outcome.Refused(stop.reason);
        }
    }

    private Outcome swap(String name, InputStreamSource file) {
        places.lock();
        places.clear();
        var digest = sha256();
        var added = new int[1];
        var waiting = new ArrayList<Place>(STEP);
        try (var in = new DigestInputStream(file.getInputStream(), digest)) {
            var count = PostalFile.read(in, place -> {
                waiting.add(place);
                if (waiting.size() == STEP) {
                    added[0] += places.add(waiting);
                    waiting.clear();
                }
            });
            in.transferTo(java.io.OutputStream.nullOutputStream());
            if (count.good() + count.bad() == 0) {
                throw new Stop(Outcome.Reason.EMPTY);
            }
            if (count.good() <= count.bad()) {
                throw new Stop(Outcome.Reason.OTHER_LAYOUT);
            }
            if (!waiting.isEmpty()) {
                added[0] += places.add(waiting);
            }
            var loaded = new Loaded(
                    name.length() > 200 ? name.substring(name.length() - 200) : name,
                    digest.digest(),
                    added[0],
                    count.bad(),
                    count.badLines(),
                    OffsetDateTime.now(clock));
            places.source(loaded);
            return new Outcome.Done(loaded);
        } catch (PostalFile.NotUtf8 e) {
            throw new Stop(Outcome.Reason.NOT_UTF8);
        } catch (IOException e) {
            throw new Stop(Outcome.Reason.BROKEN);
        }
    }

    /// Loads the file of the setting `hoshimori.postal-file` when it is another one than before. Returns how many
    /// places were loaded; 0 for none.
    int loadSetting() {
        if (setting.isEmpty()) {
            return 0;
        }
        var path = Path.of(setting);
        var log = LoggerFactory.getLogger(PostalFiles.class);
        if (!Files.isReadable(path)) {
            log.warn("HOSHIMORI_POSTAL_FILE cannot be read: {}", path);
            return 0;
        }
        var before = loaded();
        if (before.isPresent() && places.any() && Arrays.equals(before.get().fingerprint(), fingerprint(path))) {
            return 0;
        }
        var name = path.getFileName();
        return switch (load(name == null ? "" : name.toString(), new FileSystemResource(path))) {
            case Outcome.Done(var loaded) -> {
                log.info("Postal file loaded: {} places, {} lines could not be read", loaded.places(), loaded.bad());
                yield loaded.places();
            }
            case Outcome.Refused(var reason) -> {
                log.warn("HOSHIMORI_POSTAL_FILE is not the postal file in UTF-8 ({}): {}", reason.id(), path);
                yield 0;
            }
        };
    }

    private static byte[] fingerprint(Path path) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return ((DigestInputStream) in).getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Rolls the swap back; stays inside.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Outcome.Reason reason;

        Stop(Outcome.Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }
}
