package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.access.SignIns;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// 見本 stands in every file that leaves the sample company.
@HoshimoriTest
class SampleExportsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    Samples samples;

    @Autowired
    SignIns signIns;

    @Autowired
    People people;

    @Autowired
    Rounds rounds;

    @Test
    void every_file_says_that_it_is_a_sample() throws Exception {
        var guest = signIns.create(UUID.randomUUID() + "@example.jp", "correct horse battery", organizations.company());
        var sample = samples.join(guest, Locale.JAPANESE);
        var owner = people.actor(sample, people.all(sample).getFirst().id()).orElseThrow();
        var round = rounds.closed(sample, Round.SELF_DIAGNOSIS, 1).getFirst().id();
        for (var path : List.of(
                "/results/" + round + "/result.pdf",
                "/results/" + round + "/result.xlsx",
                "/results/" + round + "/result.csv",
                "/controls.xlsx",
                "/controls.csv",
                "/articles/leaflet.pdf",
                "/assessments/" + round + "/sheet.pdf",
                "/trail.csv")) {
            var response =
                    mvc.perform(get(path).with(access.as(owner))).andReturn().getResponse();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            // The company's name begins with the same word: the mark is what is left without it.
            var text = text(path, response.getContentAsByteArray()).replace("見本株式会社", "");
            assertThat(text).as(path).contains("見本");
        }
    }

    private static String text(String path, byte[] file) throws IOException {
        if (path.endsWith(".pdf")) {
            try (var document = Loader.loadPDF(file)) {
                return new PDFTextStripper().getText(document);
            }
        }
        if (path.endsWith(".xlsx")) {
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
                    var text = new XSSFExcelExtractor(book)) {
                text.setIncludeSheetNames(false);
                text.setIncludeHeadersFooters(true);
                return text.getText();
            }
        }
        return new String(file, StandardCharsets.UTF_8);
    }
}
