package org.hoshimori.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.hoshimori.paper.SheetCell;
import org.hoshimori.paper.SheetColumn;
import org.hoshimori.paper.SheetPlan;
import org.hoshimori.paper.Spreadsheet;
import org.junit.jupiter.api.Test;

class FileTypeTest {

    @Test
    void the_content_decides_not_the_name() {
        assertThat(FileType.of(FileFixtures.pdf(), "picture.png")).contains(FileType.PDF);
        assertThat(FileType.of(FileFixtures.program(), "bill.pdf")).isEmpty();
        assertThat(FileType.of(latin("\u0089PNG\r\n\u001a\n..."), "a.pdf")).contains(FileType.PNG);
        assertThat(FileType.of(latin("\u00ff\u00d8\u00ff\u00e0"), "a")).contains(FileType.JPEG);
        assertThat(FileType.of(latin("RIFF\u0000\u0000\u0000\u0000WEBPVP8 "), "a"))
                .contains(FileType.WEBP);
        assertThat(FileType.of(latin("RIFF\u0000\u0000\u0000\u0000WAVEfmt "), "a"))
                .isEmpty();
    }

    @Test
    void text_is_taken_in_both_encodings_that_offices_use() {
        assertThat(FileType.of("問い,答え\n".getBytes(StandardCharsets.UTF_8), "表.CSV"))
                .contains(FileType.CSV);
        assertThat(FileType.of("覚え書き".getBytes(Charset.forName("windows-31j")), "a.txt"))
                .contains(FileType.TEXT);
        assertThat(FileType.of(latin("text\u0000with a zero"), "a.txt")).isEmpty();
    }

    @Test
    void an_office_document_is_taken_without_macros_only() {
        assertThat(FileType.of(FileFixtures.word(), "a.docx")).contains(FileType.WORD);
        assertThat(FileType.of(FileFixtures.wordWithMacro(), "a.docx")).isEmpty();
        assertThat(FileType.of(FileFixtures.excelOfTheKindWithMacros(), "a.xlsx"))
                .isEmpty();
        assertThat(FileType.of(FileFixtures.zip(FileFixtures.parts("powerpoint", "ppt/presentation.xml")), "a.pptx"))
                .contains(FileType.SLIDES);
    }

    @Test
    void what_streaming_writers_write_is_taken_our_own_tables_too() throws IOException {
        var own = new ByteArrayOutputStream();
        try (var sheet = Spreadsheet.to(own)) {
            sheet.sheet(SheetPlan.of("一覧", SheetColumn.of("名前", 20))).row(SheetCell.text("控え"));
        }
        assertThat(FileType.of(own.toByteArray(), "a.xlsx")).contains(FileType.EXCEL);
        var fast = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(fast, "x", null)) {
            book.newWorksheet("1").value(0, 0, "控え");
        }
        assertThat(FileType.of(fast.toByteArray(), "a.xlsx")).contains(FileType.EXCEL);
        var stream = new ByteArrayOutputStream();
        try (var book = new SXSSFWorkbook(1)) {
            var sheet = book.createSheet("1");
            for (var row = 0; row < 5; row++) {
                sheet.createRow(row).createCell(0).setCellValue("控え");
            }
            book.write(stream);
        }
        assertThat(FileType.of(stream.toByteArray(), "a.xlsx")).contains(FileType.EXCEL);
        // Cut off, or with a macro that the directory does not name.
        assertThat(FileType.of(Arrays.copyOf(stream.toByteArray(), stream.size() - 40), "a.xlsx"))
                .isEmpty();
        stream.write("xl/VBAproject.bin".getBytes(StandardCharsets.UTF_8));
        assertThat(FileType.of(stream.toByteArray(), "a.xlsx")).isEmpty();
    }

    @Test
    void what_unfolds_without_end_is_refused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var nothing = new byte[1024 * 1024];
            for (var part = 0; part < 201; part++) {
                zip.write(nothing);
            }
        }
        assertThat(bomb.size()).isLessThan(300_000);
        assertThat(FileType.of(bomb.toByteArray(), "a.xlsx")).isEmpty();
    }

    @Test
    void any_other_zip_is_refused() {
        assertThat(FileType.of(FileFixtures.zip(Map.of("program.exe", "MZ")), "a.docx"))
                .isEmpty();
        assertThat(FileType.of(latin("PK\u0003\u0004broken"), "a.docx")).isEmpty();
    }

    @Test
    void a_name_gets_the_ending_of_its_content() {
        assertThat(FileType.TEXT.named("page.html")).isEqualTo("page.html.txt");
        assertThat(FileType.JPEG.named("photo.JPEG")).isEqualTo("photo.JPEG");
        assertThat(FileType.PDF.named("規程")).isEqualTo("規程.pdf");
    }

    @Test
    void a_name_keeps_its_words_and_loses_its_tricks() {
        assertThat(new FileName("C:\\Users\\me\\請求 書.pdf").cleaned()).isEqualTo("請求 書.pdf");
        assertThat(new FileName("../../etc/passwd").cleaned()).isEqualTo("passwd");
        assertThat(new FileName("bill\u202Efdp.exe\u0000").cleaned()).isEqualTo("billfdp.exe");
        assertThat(new FileName(" .. ").cleaned()).isEqualTo("file");
        assertThat(new FileName("あ".repeat(300) + ".pdf").cleaned()).hasSize(80).endsWith("あ.pdf");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
