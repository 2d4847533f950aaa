package org.hoshimori.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.hoshimori.content.BadContent.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// All editions that this installation can work with, read and checked once; unchangeable and free for any thread.
public final class Editions {

    /// The edition that a new company starts with.
    private static final String STANDARD = "3.0";

    private final Map<String, EditionReader.Both> editions = new TreeMap<>();

    /// Throws [BadContent] with all faults of all editions.
    Editions(ContentFiles files) {
        List<Fault> faults = new ArrayList<>();
        ContentSchemas schemas = new ContentSchemas(files.schemas(), faults);
        files.editions().forEach((id, stored) -> EditionReader.read(id, stored, schemas, faults)
                .ifPresent(both -> editions.put(id, both)));
        if (faults.isEmpty() && !editions.containsKey(STANDARD)) {
            faults.add(new Fault(
                    "content/editions/" + STANDARD + "/edition.yaml",
                    1,
                    "The standard edition is missing.",
                    "Package the folder content/ with the application."));
        }
        if (!faults.isEmpty()) {
            throw new BadContent(faults);
        }
    }

    /// The content that is packaged with the application.
    public static Editions shipped() {
        return new Editions(ContentFiles.shipped());
    }

    /// The packaged content with an operator's folder laid over it, file by file; the folder is laid out like
    /// `content/` and holds `editions/<edition>/…`.
    public static Editions shippedUnder(Path folder) {
        return new Editions(ContentFiles.shipped().under(folder));
    }

    /// The edition that a new company starts with: 3.0.
    public Edition standard(Locale locale) {
        return edition(STANDARD, locale);
    }

    /// The edition of a known id, in English for an English locale, else in Japanese; an unknown id throws
    /// [NoSuchElementException].
    public Edition edition(String id, Locale locale) {
        EditionReader.Both both = editions.get(id);
        if (both == null) {
            throw new NoSuchElementException("no edition '" + id + "' in " + editions.keySet());
        }
        return locale.getLanguage().equals("en") ? both.english() : both.japanese();
    }

    /// The ids of all editions, sorted.
    public List<String> ids() {
        return List.copyOf(editions.keySet());
    }

    /// Reads the content beside the start of the database: neither needs the other, and the first page needs both. Its
    /// faults are thrown where the content is asked for.
    public static final class Ahead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private @Nullable FutureTask<Editions> reading;

        /// Begins to read; the setting `hoshimori.content` names the operator's folder that is laid over.
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var folder = context.getEnvironment().getProperty("hoshimori.content", "");
            var task = new FutureTask<>(() -> read(folder));
            Thread.ofPlatform().name("content").daemon().start(task);
            reading = task;
            context.getBeanFactory().registerSingleton(Ahead.class.getName(), this);
        }

        static Editions read(String folder) {
            return folder.isBlank() ? Editions.shipped() : Editions.shippedUnder(Path.of(folder));
        }

        Editions editions() {
            try {
                return Objects.requireNonNull(reading).get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CompletionException(interrupted);
            }
        }
    }
}
