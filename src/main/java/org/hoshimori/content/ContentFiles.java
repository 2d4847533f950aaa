package org.hoshimori.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hoshimori.content.BadContent.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The files below `content/` by their path (`editions/3.0/owner.yaml`), wherever they are stored: in a folder, in the
/// jar, or in the operator's folder laid over it.
record ContentFiles(SortedMap<String, Stored> files) {

    private static final Pattern SHIPPED = Pattern.compile(".*/content/((?:editions|schema)/.+\\.(?:ya?ml|json|md))");
    private static final Pattern EDITION = Pattern.compile("editions/([^/]+)/(.+\\.(?:ya?ml|md))");

    /// A file under the name by which a person finds it; no text means that its bytes are not UTF-8.
    record Stored(String shownAs, @Nullable String text) {

        static Stored of(String shownAs, byte[] bytes) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new Stored(shownAs, text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                return new Stored(shownAs, null);
            }
        }

        /// The text, or nothing with a fault: half-read Japanese must never reach a screen.
        Optional<String> text(List<Fault> faults) {
            if (text == null) {
                faults.add(new Fault(shownAs, 1, "The file is not UTF-8.", "Save it as UTF-8."));
            }
            return Optional.ofNullable(text);
        }
    }

    ContentFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// What is packaged with the application.
    static ContentFiles shipped() {
        return shippedWith(ContentFiles.class.getClassLoader());
    }

    /// What a class loader finds below `content/`.
    static ContentFiles shippedWith(ClassLoader loader) {
        try {
            SortedMap<String, Stored> found = new TreeMap<>();
            // The starred form looks into every jar and folder, not only into the first that has a content/.
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(loader).getResources("classpath*:content/**/*")) {
                Matcher path = SHIPPED.matcher(resource.getURL().getPath());
                if (path.matches()) {
                    found.putIfAbsent(
                            path.group(1), Stored.of("content/" + path.group(1), resource.getContentAsByteArray()));
                }
            }
            return new ContentFiles(found);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped content cannot be read.", e);
        }
    }

    /// Editions of a folder laid over these, file by file; the schemas stay the shipped ones, so that an operator's
    /// files meet the same checks.
    ContentFiles under(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadContent(List.of(new Fault(
                    folder.toString(),
                    1,
                    "The property hoshimori.content names this folder, but it does not exist.",
                    "Create the folder with editions/<edition>/… in it, or remove the property.")));
        }
        SortedMap<String, Stored> laid = new TreeMap<>(files);
        of(folder).files.forEach((path, stored) -> {
            if (path.startsWith("editions/")) {
                laid.put(path, stored);
            }
        });
        return new ContentFiles(laid);
    }

    /// Every file of a folder that is laid out like `content/`; hidden files are left out.
    static ContentFiles of(Path folder) {
        SortedMap<String, Stored> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".") && !path.contains("/.")) {
                    found.put(path, Stored.of(file.toString(), Files.readAllBytes(file)));
                }
            }
            return new ContentFiles(found);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
        }
    }

    /// The files of each edition: edition id, then path inside the edition.
    SortedMap<String, SortedMap<String, Stored>> editions() {
        SortedMap<String, SortedMap<String, Stored>> editions = new TreeMap<>();
        files.forEach((path, stored) -> {
            Matcher part = EDITION.matcher(path);
            if (part.matches()) {
                editions.computeIfAbsent(part.group(1), _ -> new TreeMap<>()).put(part.group(2), stored);
            }
        });
        return editions;
    }

    /// The schemas by file name.
    Map<String, Stored> schemas() {
        SortedMap<String, Stored> schemas = new TreeMap<>();
        files.forEach((path, stored) -> {
            if (path.startsWith("schema/") && path.endsWith(".schema.json")) {
                schemas.put(path.substring("schema/".length()), stored);
            }
        });
        return schemas;
    }
}
