package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.assessment.Score;
import org.hoshimori.asset.Assets;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SampleFileTest {

    private static final Edition EDITION = Editions.shipped().standard(Locale.JAPANESE);

    private final SampleCompany sample = SampleFile.shipped();

    @Test
    void the_file_follows_its_schema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("content/schema/sample.schema.json")));
        var tree = new JsonMapper().valueToTree(SampleFile.tree(text()));
        assertThat(schema.validate(tree)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_does_not_know() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("content/schema/sample.schema.json")));
        var tree = new JsonMapper().valueToTree(SampleFile.tree(text().replace("kana:", "furigana:")));
        assertThat(schema.validate(tree)).isNotEmpty();
    }

    @Test
    void unknown_and_doubled_keys_are_refused() {
        assertThatThrownBy(() -> SampleFile.read(text().replace("kana:", "furigana:")))
                .hasMessageContaining("furigana");
        assertThatThrownBy(() -> SampleFile.read(text() + "worries: [customer-data-leaks]\n"))
                .hasMessageContaining("worries");
    }

    @Test
    void three_rounds_rise_from_31_to_48_to_66() {
        var diagnosis = EDITION.selfDiagnosis();
        assertThat(sample.rounds())
                .extracting(round ->
                        Score.of(diagnosis, round.answers()).orElseThrow().total())
                .containsExactly(31, 48, 66);
        assertThat(sample.rounds()).extracting(SampleCompany.ClosedRound::total).containsExactly(31, 48, 66);
    }

    @Test
    void every_id_is_one_of_the_edition() {
        sample.rounds().forEach(round -> assertThat(round.answers().keySet())
                .allMatch(id -> EDITION.selfDiagnosis().questions().find(id).isPresent()));
        sample.worries()
                .forEach(id -> assertThat(EDITION.owner().worry(id).id()).isEqualTo(id));
        var items = EDITION.fiveArticles().articles().stream()
                .flatMap(article -> Stream.concat(
                        Stream.of(article.id()), article.examples().stream().map(example -> example.id())))
                .collect(Collectors.toSet());
        assertThat(sample.articles().states().keySet()).isEqualTo(items);
        assertThat(sample.articles().states().values())
                .as("mixed states")
                .contains("done", "partly", "not-yet", "not-applicable");
    }

    @Test
    void the_register_and_the_documents_are_of_the_edition_too() {
        var register = sample.register();
        assertThat(register.checkItems().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        EDITION.allCheckItems().stream().map(item -> item.id()).toList());
        assertThat(register.assets()).hasSizeBetween(20, 30);
        assertThat(register.assets()).extracting(SampleCompany.Row::medium).containsAll(Assets.MEDIA);
        var units = sample.departments().stream().map(SampleCompany.Unit::id).toList();
        assertThat(register.assets()).allMatch(row -> units.contains(row.department()));
        assertThat(sample.documents())
                .extracting(SampleCompany.Paper::template, SampleCompany.Paper::approved)
                .containsExactly(
                        tuple("basic-policy", true),
                        tuple("handbook", true),
                        tuple("regulation-access-control", false));
    }

    @Test
    void eight_people_hold_every_role_and_the_first_is_the_owner() {
        var held = EnumSet.noneOf(Role.class);
        sample.people().forEach(person -> held.addAll(person.held()));
        assertThat(sample.people()).hasSize(8);
        assertThat(held).isEqualTo(EnumSet.allOf(Role.class));
        assertThat(sample.people().getFirst().held()).containsExactly(Role.OWNER);
        assertThat(sample.people()).allMatch(person -> person.name().ja().startsWith("見本 "));
    }

    private static String text() {
        try {
            return Files.readString(Path.of("content/sample/company.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
