package org.hoshimori.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the sample company from the content, strictly: a key that nobody knows, one that is missing or one that stands
/// twice is a fault.
final class SampleFile {

    static final String PATH = "content/sample/company.yaml";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SampleFile() {}

    static SampleCompany shipped() {
        try (var file = new ClassPathResource(PATH).getInputStream()) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample company cannot be read: " + PATH, e);
        }
    }

    /// Errors: a YAML or Jackson exception that names the place.
    static SampleCompany read(String text) {
        return STRICT.convertValue(tree(text), SampleCompany.class);
    }

    static Object tree(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(text);
    }
}
