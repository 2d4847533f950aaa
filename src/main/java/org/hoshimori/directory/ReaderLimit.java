package org.hoshimori.directory;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Keeps one network address from reading the directory empty page by page or downloading it without end: 240 pages in
/// a minute, 12 whole files in an hour (独自の目安). In memory: a restart that forgets is no harm.
@Component
class ReaderLimit {

    private static final int REMEMBERED = 50_000;
    private static final int PAGES = 240;
    private static final int FILES = 12;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    boolean mayReadPage(String address) {
        return take("p:" + address, PAGES, Duration.ofMinutes(1));
    }

    boolean mayReadFile(String address) {
        return take("f:" + address, FILES, Duration.ofHours(1));
    }

    private boolean take(String key, int most, Duration within) {
        if (buckets.size() > REMEMBERED) {
            buckets.clear();
        }
        return buckets.computeIfAbsent(key, _ -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(most)
                                .refillGreedy(most, within)
                                .build())
                        .build())
                .tryConsume(1);
    }
}
