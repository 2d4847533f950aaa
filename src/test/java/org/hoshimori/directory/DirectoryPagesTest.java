package org.hoshimori.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hoshimori.directory.DirectoryFixtures.at;
import static org.hoshimori.directory.DirectoryFixtures.entry;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hoshimori.HoshimoriTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

@HoshimoriTest
class DirectoryPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    MessageSource messages;

    @Test
    void the_search_shows_what_was_found_and_leads_to_its_page() throws Exception {
        directory.publish(entry("74000000001", "株式会社翡翠鉱業", "ヒスイコウギョウ"));
        var page = page(get("/directory").param("q", "翡翠"));
        assertThat(page.select("#q").attr("value")).isEqualTo("翡翠");
        assertThat(page.select("a[href=/d/74000000001]").text()).isEqualTo("株式会社翡翠鉱業");
        var verified = page(get("/d/74000000001"));
        assertThat(verified.select("dl.facts").text()).contains("74000000001").contains("花町");
        assertThat(verified.select("svg.qr")).hasSize(1);
    }

    @Test
    void a_stopped_number_says_only_that_it_is_stopped() throws Exception {
        directory.publish(entry("74000000002", "停止商会", "テイシショウカイ"));
        directory.stop("74000000002", LocalDate.of(2026, 11, 1));
        var page = page(get("/d/74000000002"));
        assertThat(page.text()).contains(text("directory.verify.stopped")).doesNotContain("停止商会");
    }

    @Test
    void an_unknown_number_is_not_found_and_says_what_to_do() throws Exception {
        var body = mvc.perform(get("/d/{number}", "<script>1"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains(text("directory.verify.unknown")).doesNotContain("<script>1");
    }

    @Test
    void a_search_that_makes_no_sense_is_answered_all_the_same() throws Exception {
        for (var query : new String[] {
            "?p=99999&i=ZZ&s=7&from=yesterday&o=up&after=~~~",
            "?q=%00%01&after=x",
            "?q=" + "あ".repeat(300),
            "?after=2026-01-01~",
            "?o=name&after=%00~1"
        }) {
            mvc.perform(get("/directory" + query)).andExpect(status().isOk());
        }
    }

    @Test
    void open_data_hold_current_entries_only_and_answer_304_until_something_changes() throws Exception {
        directory.publish(at(entry("74000000003", "=個人の店", "コジンノミセ"), 1, "I", "13", "みなと市"));
        directory.publish(entry("74000000004", "隠れた店", "カクレタミセ"));
        directory.stop("74000000004", LocalDate.of(2026, 11, 1));
        var csv = mvc.perform(get("/directory/data.csv"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        var text = csv.getContentAsString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains(String.join(",", DownloadController.FIELDS))
                .contains("'=個人の店")
                .doesNotContain("隠れた店");
        mvc.perform(get("/directory/data.csv")
                        .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(csv.getHeader("ETag"))))
                .andExpect(status().isNotModified());
        var json = JsonMapper.shared()
                .readTree(mvc.perform(get("/directory/data.json"))
                        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "max-age=300, public"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
        var one = json.valueStream()
                .filter(entry -> entry.get("number").asString().equals("74000000003"))
                .findFirst()
                .orElseThrow();
        assertThat(one.propertyNames()).containsExactlyElementsOf(DownloadController.FIELDS);
        assertThat(one.get("town").asString()).isEmpty();
    }

    @Test
    void a_reader_who_has_the_page_gets_304_until_something_changes() throws Exception {
        directory.publish(entry("74000000006", "三〇四商店", "サンマルヨンショウテン"));
        for (var path : new String[] {"/directory?q=三〇四", "/d/74000000006"}) {
            var again = 200;
            // The page of a number says at which minute it was checked: once in a minute the two differ.
            for (var attempt = 0; again == 200 && attempt < 2; attempt++) {
                var tag = mvc.perform(get(path))
                        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache, private"))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");
                again = answered(path, Objects.requireNonNull(tag));
                assertThat(answered(path + (path.contains("?") ? "&p=13" : "?x=1"), tag))
                        .isEqualTo(200);
                if (again == 304) {
                    directory.publish(entry("74000000006", "三〇四商店", "サンマルヨン"));
                    assertThat(answered(path, tag)).isEqualTo(200);
                }
            }
            assertThat(again).as(path).isEqualTo(304);
        }
    }

    private int answered(String path, String tag) throws Exception {
        return mvc.perform(get(path).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void feed_and_sitemap_are_xml_with_absolute_addresses() throws Exception {
        directory.publish(entry("74000000005", "A & B <商店>\uFFFF", "エーアンドビー"));
        for (var path : new String[] {"/directory/feed.atom", "/sitemap.xml"}) {
            var body = mvc.perform(get(path))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)));
            assertThat(xml.getDocumentElement().getTextContent()).isNotEmpty();
            assertThat(body).doesNotContain("<商店>").contains("http://127.0.0.1");
        }
        var first = Jsoup.parse(
                        mvc.perform(get("/sitemap.xml"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(),
                        org.jsoup.parser.Parser.xmlParser())
                .select("loc")
                .getFirst()
                .text();
        var map = mvc.perform(get(first.substring(first.indexOf("/sitemap/"))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(map).contains("/d/74000000005");
    }

    @Test
    void whoever_reads_without_end_is_asked_to_wait() throws Exception {
        var refused = 0;
        for (var i = 0; i < 20; i++) {
            var answer = mvc.perform(get("/directory/data.csv").with(request -> {
                        request.setRemoteAddr("203.0.113.9");
                        return request;
                    }))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 429) {
                assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("3600");
                refused++;
            }
        }
        assertThat(refused).isEqualTo(8);
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.JAPANESE);
    }

    @Test
    void a_day_that_no_calendar_has_is_left_out() throws Exception {
        for (var day : new String[] {"+999999999-12-31", "-999999999-01-01", "+12345-01-01"}) {
            page(get("/directory").param("from", day));
            page(get("/directory").param("after", day + "~1"));
        }
    }

    @Test
    void whoever_reads_slowly_holds_no_connection() {
        var many = new ArrayList<DirectoryEntry>();
        for (var number = 0; number < 2_100; number++) {
            many.add(entry("750%08d".formatted(number), "長い一覧" + number, "ナガイイチラン"));
        }
        directory.publishAll(many);
        var read = new ArrayList<String>();
        downloads.each(entry -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            read.add(entry.number());
        });
        assertThat(read)
                .isSorted()
                .doesNotHaveDuplicates()
                .containsAll(many.stream().map(DirectoryEntry::number).toList());
    }

    @Test
    void machines_that_read_pages_without_end_are_told_to_wait() throws Exception {
        for (var path : new String[] {"/directory/feed.atom", "/sitemap.xml", "/sitemap/1.xml", "/d/1"}) {
            var address = "198.51.100." + path.length();
            var answers = new ArrayList<Integer>();
            for (var reading = 0; reading < 300 && !answers.contains(429); reading++) {
                var answer = mvc.perform(get(path).with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                        .andReturn()
                        .getResponse();
                answers.add(answer.getStatus());
                assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER))
                        .isEqualTo(answer.getStatus() == 429 ? "60" : null);
            }
            assertThat(answers).contains(429).contains(path.equals("/d/1") ? 404 : 200);
        }
    }

    @Autowired
    DownloadRepository downloads;
}
