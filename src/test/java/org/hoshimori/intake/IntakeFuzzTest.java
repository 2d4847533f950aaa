package org.hoshimori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files made to hurt, and files bent by chance: reading and the whole dry run end soon, stay small, and never throw.
class IntakeFuzzTest {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Of the processor: a busy machine does not count.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// All that is ever asked for while one file is read; what is held at once is far less (all this runs in a heap of
    /// 256 MB).
    private static final long MOST_BYTES = 3L * 1024 * 1024 * 1024;

    /// The first eight are good.
    private static final List<String> CELLS = List.of(
            text("情報資産名称"),
            text("媒体"),
            text("答え"),
            text("確かめること"),
            text("確かめること3"),
            text("登録日"),
            "<row>",
            "</row>",
            "<row r='9999999'>",
            "<row r='-1'>",
            "<c r='ZZZZZZ1'><v>1</v></c>",
            "<c r='B2' t='s'><v>0</v></c>",
            "<c t='s'><v>99999999999</v></c>",
            "<c s='1'><v>1e99</v></c>",
            "<c s='1'><v>-0.0</v></c>",
            "<c><v>46346</v>",
            "<c s='0'><f>1+1</f><v/></c>",
            "<c t='e'><v>#REF!</v></c>",
            "<c t='b'><v>1</v></c>",
            "<c t='d'><v>2026</v></c>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&amp;",
            "&x;",
            "_xD800_",
            "_x0000_",
            "</c>",
            "<is><rPh><t>カ</t></rPh></is>");

    private static final int JAZZER_SECONDS = 30;

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_121);

    @Test
    void brackets_that_never_close_cost_nothing() throws IOException {
        var cell = text("（".repeat(4_000));
        quick(book(Map.of("台帳", rows(40, 100, cell))));
        quick(("（".repeat(3_000) + ",").repeat(90).concat("\n").repeat(12).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void one_long_text_shown_a_million_times_is_refused() throws IOException {
        assertThat(quick(book(Map.of("台帳", rows(20_000, 90, "<c t='s'><v>1</v></c>")))))
                .isEqualTo(new ReadOutcome.Refused(SheetReader.Refusal.BOMB));
    }

    @Test
    void many_sheets_on_one_part_are_read_once() throws IOException {
        var names = new StringBuilder();
        for (var sheet = 0; sheet < 50; sheet++) {
            names.append("<sheet name='").append(sheet).append("' r:id='a'/>");
        }
        quick(zip(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets>" + names + "</sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + "<row/>".repeat(500_000) + "</sheetData></worksheet>"));
    }

    @Test
    void millions_of_empty_rows_or_cells_are_refused() throws IOException {
        for (var nothing : List.of("<row/>".repeat(6_000_000), "<row>" + "<c/>".repeat(8_000_000) + "</row>")) {
            assertThat(quick(book(Map.of("台帳", nothing)))).isEqualTo(new ReadOutcome.Refused(SheetReader.Refusal.BOMB));
        }
    }

    @Test
    void letters_that_grow_when_they_are_folded_stay_small() throws IOException {
        var grown = text("\uFDFA".repeat(1_300));
        var head = "<row>" + text("情報資産名称") + text("媒体") + text("機密性") + text("個人情報") + text("登録日") + "</row>";
        quick(book(Map.of("台帳", head + rows(2_000, 5, grown))));
        var asked = "<row>" + text("確かめること") + text("答え") + "</row>";
        quick(book(Map.of("対策状況チェック", asked + rows(900, 2, grown))));
    }

    @Test
    void bent_files_end_soon_and_never_throw() throws IOException {
        var until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        var files = 0;
        var read = 0;
        while (System.nanoTime() < until && files < 20_000) {
            var file = random.nextInt(3) == 0 ? bentCsv() : bentBook();
            read += quick(file) instanceof ReadOutcome.Read ? 1 : 0;
            files++;
        }
        assertThat(files).isGreaterThan(200);
        assertThat(read).isBetween(files / 10, files - 1);
    }

    private static ReadOutcome quick(byte[] file) {
        var start = THREADS.getCurrentThreadCpuTime();
        var bytes = THREADS.getCurrentThreadAllocatedBytes();
        var outcome = IntakeTarget.look(file);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).isLessThan(MOST_BYTES);
        return outcome;
    }

    /// Jazzer looks for files of its own, guided by the branches they take, in a heap of 256 MB and with five seconds
    /// for each.
    @Test
    void jazzer_finds_no_file_that_hurts() throws Exception {
        assumeTrue("true".equals(System.getenv("HOSHIMORI_CHECK_ALL")), "not run: the search with Jazzer");
        var seeds = Files.createDirectory(folder.resolve("seeds"));
        for (var seed = 0; seed < 40; seed++) {
            Files.write(seeds.resolve("book" + seed), bentBook());
            Files.write(seeds.resolve("csv" + seed), bentCsv());
        }
        var log = folder.resolve("jazzer.log");
        var jazzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + IntakeTarget.class.getName(),
                        "--instrumentation_includes=org.hoshimori.intake.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-timeout=" + LONGEST.toSeconds(),
                        // The heap above is the limit; what Jazzer itself holds does not count.
                        "-rss_limit_mb=0",
                        "-max_len=20000",
                        "-max_total_time=" + JAZZER_SECONDS,
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(jazzer.waitFor(JAZZER_SECONDS + 120, TimeUnit.SECONDS)).isTrue();
        assertThat(jazzer.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log)).containsPattern("DONE +cov: [1-9]");
    }

    private byte[] bentCsv() {
        var tokens = List.of(
                "情報資産名称", "媒体", "個人情報", "機密性", "登録日", ",", ",", ",", "\n", "\n", "\r\n", "\"", "\"\"", ";", "\t", "令和",
                "R8.", "/13/32", "（", "】", "\uFEFF", "\u0000", "\uD800", "𠮷", "有", "99", "-", "'=", "書類", " ");
        var text = new StringBuilder("情報資産名称,媒体,個人情報,機密性,登録日\n");
        for (var count = random.nextInt(60); count >= 0; count--) {
            text.append(tokens.get(random.nextInt(tokens.size())));
        }
        var charset = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), StandardCharsets.UTF_16)
                .get(random.nextInt(3));
        return bent(text.toString().getBytes(charset));
    }

    private byte[] bentBook() throws IOException {
        var sheets = new ArrayList<String>();
        for (var sheet = 0; sheet < 2; sheet++) {
            var xml = new StringBuilder("<row>" + text("情報資産名称") + text("媒体") + "</row><row>" + text("確かめること")
                    + text("答え") + "</row><row>");
            for (var count = random.nextInt(40); count >= 0; count--) {
                xml.append(CELLS.get(random.nextInt(random.nextInt(4) == 0 ? CELLS.size() : 8)));
            }
            // Mostly well formed, so that the dry run is reached.
            sheets.add(
                    xml.toString().replace("</row><row>", "</row>\n<row>") + (random.nextInt(8) == 0 ? "" : "</row>"));
        }
        var file = book(Map.of("台帳", balanced(sheets.get(0)), "対策状況", balanced(sheets.get(1))));
        return random.nextInt(3) == 0 ? bent(file) : file;
    }

    private String balanced(String xml) {
        return random.nextInt(5) == 0
                ? xml
                : "<row>"
                        + xml.replaceAll("</?row[^>]*>", "\n")
                                .replace("\n", "</row><row>")
                                .replaceAll("<c><v>46346</v>|</c>(?=</c>)|<!\\[CDATA\\[|]]>|<!--|-->|&x;", "")
                        + "</row>";
    }

    private byte[] bent(byte[] seed) {
        var file = seed.clone();
        for (var change = random.nextInt(5); change > 0; change--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(file, 1 + random.nextInt(file.length)) : file;
    }

    private static String text(String words) {
        return "<c t='inlineStr'><is><t>" + words + "</t></is></c>";
    }

    private static String rows(int count, int width, String cell) {
        return ("<row>" + cell.repeat(width) + "</row>").repeat(count);
    }

    private static byte[] book(Map<String, String> rows) throws IOException {
        var parts = new ArrayList<String>();
        var sheets = new StringBuilder();
        var relations = new StringBuilder();
        rows.forEach((name, xml) -> {
            var number = parts.size() / 2 + 1;
            sheets.append("<sheet name='" + name + "' r:id='r" + number + "'/>");
            relations.append("<Relationship Id='r" + number + "' Target='worksheets/sheet" + number + ".xml'/>");
            parts.add("xl/worksheets/sheet" + number + ".xml");
            parts.add("<worksheet><sheetData>" + xml + "</sheetData></worksheet>");
        });
        parts.addAll(List.of(
                "xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" + sheets + "</sheets></workbook>",
                "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>",
                "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
                "xl/sharedStrings.xml", "<sst><si><t>情報資産名称</t></si><si><t>" + "長".repeat(4_000) + "</t></si></sst>"));
        return zip(parts.toArray(String[]::new));
    }

    private static byte[] zip(String... parts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part = 0; part < parts.length; part += 2) {
                zip.putNextEntry(new ZipEntry(parts[part]));
                zip.write(parts[part + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }
}
