package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.house.Crawl;
import org.hoshimori.organization.Organizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// 見本 stands on every page of the sample company and in every file that leaves it.
@HoshimoriTest
class SampleExportsTest {

    /// The public lists hold declarations of others; a sample company declares nothing.
    private static final Pattern PUBLIC = Pattern.compile("/directory/(data|feed)|/sitemap");

    @Autowired
    MockMvc mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    SampleFixtures samples;

    @Test
    void every_page_and_file_says_that_it_is_a_sample() throws Exception {
        var owner = samples.owner(UUID.randomUUID() + "@example.jp", "correct horse battery");
        var name = organizations.company(owner.organization()).name();
        var files = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (var one : Crawl.from(mvc, access.cookie(owner)).entrySet()) {
            var answer = one.getValue();
            if (answer.getStatus() != 200 || PUBLIC.matcher(one.getKey()).lookingAt()) {
                continue;
            }
            if (!Crawl.page(answer)) {
                files.add(one.getKey());
            }
            // The company's name may begin with the same word: the mark is what is left without it.
            var text = text(String.valueOf(answer.getContentType()), answer.getContentAsByteArray());
            if (!text.replace(name, "").contains("見本")) {
                silent.add(one.getKey() + " " + answer.getContentType());
            }
        }
        assertThat(files).hasSizeGreaterThan(12);
        assertThat(silent).isEmpty();
    }

    private static String text(String type, byte[] file) throws IOException {
        if (type.contains("pdf")) {
            try (var document = Loader.loadPDF(file)) {
                return new PDFTextStripper().getText(document);
            }
        }
        if (type.contains("spreadsheet")) {
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(file));
                    var text = new XSSFExcelExtractor(book)) {
                text.setIncludeSheetNames(true);
                text.setIncludeHeadersFooters(true);
                return text.getText();
            }
        }
        if (type.contains("wordprocessing")) {
            try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                    var text = new XWPFWordExtractor(document)) {
                return text.getText();
            }
        }
        return new String(file, StandardCharsets.UTF_8);
    }
}
