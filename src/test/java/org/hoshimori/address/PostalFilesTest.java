package org.hoshimori.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.address.Places.Verdict;
import org.hoshimori.address.PostalFiles.Outcome;
import org.hoshimori.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/// The layout is the official one; the places are made up.
@HoshimoriTest
class PostalFilesTest {

    static final String FILE = """
            13999,"100  ","9990001","トウキョウト","ミナトシ","ホシミチョウ","東京都","みなと市","星見町",0,0,1,0,0,0
            13999,"100  ","9990000","トウキョウト","ミナトシ","イカニケイサイガナイバアイ","東京都","みなと市","以下に掲載がない場合",0,0,0,0,0,0
            13999,"100  ","9990002","トウキョウト","ミナトシ","ツキミチョウ","東京都","みなと市","月見町（１～９丁目）",0,0,1,1,0,0
            13999,"100  ","9990002","トウキョウト","ミナトシ","カゼミチョウ","東京都","みなと市","風見町",0,0,1,1,0,0
            01999,"060  ","9990003","ホッカイドウ","ソラグンモリマチ","モリ","北海道","空郡森町","森町一円",0,0,0,0,0,0
            """;

    @Autowired
    PostalFiles files;

    @Autowired
    Places places;

    @Autowired
    PlaceRepository repository;

    @Autowired
    Database database;

    @Autowired
    Clock clock;

    @AfterEach
    void other_tests_type_their_addresses() {
        repository.clear();
    }

    private Outcome load(byte[] bytes) {
        return files.load("utf_ken_all.csv", new ByteArrayResource(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_postal_code_leads_to_its_towns() {
        assertThat(load(utf8(FILE))).isInstanceOf(Outcome.Done.class);
        assertThat(places.find("９９９-0001")).singleElement().satisfies(place -> {
            assertThat(place.prefecture()).isEqualTo("13");
            assertThat(place.municipality()).isEqualTo("みなと市");
            assertThat(place.town()).isEqualTo("星見町");
        });
        assertThat(places.find("9990002")).extracting(Places.Place::town).containsExactlyInAnyOrder("月見町", "風見町");
        assertThat(places.find("1234567")).isEmpty();
        assertThat(places.find("99")).isEmpty();
    }

    @Test
    void where_the_file_means_no_town_there_is_none() {
        load(utf8(FILE));
        assertThat(places.find("9990000").getFirst().town()).isEmpty();
        assertThat(places.find("9990003").getFirst().town()).isEmpty();
        assertThat(PostalFile.town("一円")).isEqualTo("一円");
        assertThat(PostalFile.town("中央（次のビルを除く）")).isEqualTo("中央");
        assertThat(PostalFile.town("木野村の次に番地がくる場合")).isEmpty();
    }

    @Test
    void bad_lines_are_counted_and_named_and_the_rest_is_loaded() {
        var outcome = load(utf8(FILE + "これは,行では,ない\n99,x\n"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.loaded().places()).isEqualTo(5);
            assertThat(done.loaded().bad()).isEqualTo(2);
            assertThat(done.loaded().badLines()).containsExactly(6, 7);
        });
        assertThat(files.loaded().orElseThrow().badLines()).containsExactly(6, 7);
    }

    @Test
    void a_zip_is_read_as_it_comes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
            zip.putNextEntry(new ZipEntry("UTF_KEN_ALL.CSV"));
            zip.write(utf8("\uFEFF" + FILE));
        }
        load(bytes.toByteArray());
        assertThat(places.find("9990001")).hasSize(1);
    }

    @Test
    void a_file_that_is_none_of_them_changes_nothing() {
        load(utf8(FILE));
        var reasons = List.of(
                load(FILE.getBytes(Charset.forName("windows-31j"))),
                load(utf8("a,b,c\nd,e,f\n")),
                load(new byte[0]),
                load(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}));
        assertThat(reasons)
                .containsExactly(
                        new Outcome.Refused(Outcome.Reason.NOT_UTF8),
                        new Outcome.Refused(Outcome.Reason.OTHER_LAYOUT),
                        new Outcome.Refused(Outcome.Reason.EMPTY),
                        new Outcome.Refused(Outcome.Reason.BROKEN));
        assertThat(places.find("9990001")).hasSize(1);
    }

    @Test
    void a_new_file_takes_the_place_of_the_one_before() {
        load(utf8(FILE));
        load(utf8(FILE.replace("9990001", "9990009")));
        assertThat(places.find("9990001")).isEmpty();
        assertThat(places.find("9990009")).hasSize(1);
    }

    @Test
    void an_address_is_held_against_the_codes() {
        assertThat(places.check("", "13", "みなと市")).isEqualTo(Verdict.NO_FILE);
        load(utf8(FILE));
        assertThat(places.check("", "13", "みなと市")).isEqualTo(Verdict.FITS);
        assertThat(places.check("9990001", "13", "みなと市")).isEqualTo(Verdict.FITS);
        assertThat(places.check("9990003", "13", "みなと市")).isEqualTo(Verdict.DOUBTFUL);
        assertThat(places.check("", "13", "ない市")).isEqualTo(Verdict.DOUBTFUL);
        assertThat(places.check("", "01", "みなと市")).isEqualTo(Verdict.DOUBTFUL);
        assertThat(places.check("", "01", "森町")).isEqualTo(Verdict.FITS);
    }

    @Test
    void the_file_of_the_setting_is_loaded_once_and_again_when_it_changed(@TempDir Path folder) throws IOException {
        var file = folder.resolve("utf_ken_all.csv");
        var own = new PostalFiles(repository, database, clock, file.toString());
        assertThat(own.loadSetting()).isZero();
        Files.writeString(file, FILE);
        assertThat(own.loadSetting()).isEqualTo(5);
        assertThat(own.loadSetting()).isZero();
        Files.writeString(file, FILE + "13999,\"1\",\"9990005\",\"\",\"\",\"\",\"東京都\",\"みなと市\",\"雲見町\",0,0,0,0,0,0\n");
        assertThat(own.loadSetting()).isEqualTo(6);
    }
}
