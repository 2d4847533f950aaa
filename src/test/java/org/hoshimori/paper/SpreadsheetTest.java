package org.hoshimori.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SpreadsheetTest {

    private static final SheetPlan ONE_COLUMN = SheetPlan.of("台帳", SheetColumn.of("名称", 40));

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    @Test
    void every_cell_comes_back_with_its_type() {
        SheetColumn column = SheetColumn.of("列", 12);
        byte[] file = book(book -> book.sheet(SheetPlan.of("型", column, column, column, column, column, column, column))
                .row(
                        SheetCell.text("0120"),
                        SheetCell.whole(3_000_000_000L),
                        SheetCell.decimal(new BigDecimal("0.25")),
                        SheetCell.yen(-12_000),
                        SheetCell.day(LocalDate.of(2026, 11, 20)),
                        SheetCell.moment(LocalDateTime.of(2026, 11, 20, 10, 42)),
                        SheetCell.EMPTY));

        Row row = rows(file).get(2);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).asString()).isEqualTo("0120");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("3000000000");
        assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("0.25");
        assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("-12000");
        assertThat(row.getCell(3).getDataFormatString()).isEqualTo("#,##0\"円\"");
        assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 20, 0, 0));
        assertThat(row.getCell(4).getDataFormatString()).isEqualTo("yyyy/mm/dd");
        assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 20, 10, 42));
        assertThat(row.getOptionalCell(6).map(Cell::getType).filter(type -> type != CellType.EMPTY))
                .isEmpty();
    }

    @Test
    void what_looks_like_a_formula_is_text_even_after_editing() {
        byte[] file = book(book -> book.sheet(ONE_COLUMN).row(SheetCell.text("=1+1")));

        Cell cell = rows(file).get(2).getCell(0);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo("=1+1");
        assertThat(cell.getFormula()).isNull();
        assertThat(formatOf(file, "A3")).isEqualTo("@");
        assertThat(part(file, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void characters_that_xml_forbids_are_left_out_and_the_others_stay() {
        byte[] file = book(book ->
                book.sheet(ONE_COLUMN).row(SheetCell.text("a\u0000\u000B\u001Fb\uD800c\uFFFE<&>\"'\t𠮷\r\n改行")));

        assertThat(rows(file).get(2).getCell(0).asString()).isEqualTo("abc<&>\"'\t𠮷\n改行");
    }

    @Test
    void a_text_longer_than_excel_opens_is_cut_between_letters() {
        byte[] file = book(book -> book.sheet(ONE_COLUMN).row(SheetCell.text("あ" + "𠮷".repeat(20_000))));

        String text = rows(file).get(2).getCell(0).asString();
        assertThat(text).hasSizeLessThanOrEqualTo(32_767).endsWith("𠮷…");
    }

    @Test
    void title_and_header_stand_first_frozen_filtered_and_on_every_printed_page() {
        byte[] file = book(book -> book.sheet(SheetPlan.of("台帳", SheetColumn.of("名称", 40), SheetColumn.of("件数", 9))
                        .titled("情報資産管理台帳"))
                .row(SheetCell.text("社員名簿"), SheetCell.whole(1))
                .row(SheetCell.text("図面"), SheetCell.whole(2)));

        assertThat(rows(file).get(0).getCell(0).asString()).isEqualTo("情報資産管理台帳");
        assertThat(rows(file).get(1).getCell(1).asString()).isEqualTo("件数");
        Document sheet = xml(file, "xl/worksheets/sheet1.xml");
        assertThat(only(sheet, "pane").getAttribute("state")).isEqualTo("frozen");
        assertThat(only(sheet, "pane").getAttribute("ySplit")).isEqualTo("2");
        assertThat(only(sheet, "autoFilter").getAttribute("ref")).isEqualTo("A2:B4");
        assertThat(((Element) sheet.getElementsByTagName("col").item(0)).getAttribute("width"))
                .startsWith("40");
        assertThat(part(file, "xl/workbook.xml")).contains("_xlnm.Print_Titles").contains("$1:$2");
    }

    @Test
    void paper_is_a4_one_page_wide_and_lies_as_planned() {
        byte[] file = book(book -> book.sheet(ONE_COLUMN).sheet(ONE_COLUMN.portrait()));

        Element first = only(xml(file, "xl/worksheets/sheet1.xml"), "pageSetup");
        assertThat(first.getAttribute("orientation")).isEqualTo("landscape");
        assertThat(first.getAttribute("paperSize")).isEqualTo("9");
        assertThat(first.getAttribute("fitToWidth")).isEqualTo("1");
        assertThat(first.getAttribute("fitToHeight")).isEqualTo("0");
        Element second = only(xml(file, "xl/worksheets/sheet2.xml"), "pageSetup");
        assertThat(second.getAttribute("orientation")).isEqualTo("portrait");
    }

    @Test
    void an_ampersand_in_the_title_is_no_command_of_the_printed_header() {
        byte[] file = book(book -> book.sheet(ONE_COLUMN.titled("R&D <部>")));

        assertThat(only(xml(file, "xl/worksheets/sheet1.xml"), "oddHeader").getTextContent())
                .endsWith("R&&D <部>");
    }

    @Test
    void a_mark_stands_in_the_title_and_on_every_printed_page() {
        byte[] file = book(book -> book.sheet(ONE_COLUMN.marked("見本")));

        assertThat(rows(file).get(0).getCell(0).asString()).isEqualTo("見本　台帳");
        assertThat(only(xml(file, "xl/worksheets/sheet1.xml"), "oddHeader").getTextContent())
                .contains("見本");
    }

    @Test
    void a_drop_down_refuses_other_words() {
        SheetColumn importance =
                SheetColumn.of("重要度 \"A\" & <B>", 10).choices(List.of("2", "1, または不明", "0"), "2 か \"0\" を選んでください。<3>");
        byte[] file = book(book -> book.sheet(SheetPlan.of("台帳", SheetColumn.of("名称", 20), importance))
                .row(SheetCell.text("図面"), SheetCell.text("2")));

        Element rule = only(xml(file, "xl/worksheets/sheet1.xml"), "dataValidation");
        assertThat(rule.getAttribute("type")).isEqualTo("list");
        assertThat(rule.getAttribute("sqref")).isEqualTo("B3:B1048576");
        assertThat(rule.getAttribute("showErrorMessage")).isEqualTo("true");
        assertThat(rule.getAttribute("errorStyle")).isEqualTo("stop");
        assertThat(rule.getAttribute("errorTitle")).isEqualTo("重要度 \"A\" & <B>");
        assertThat(rule.getAttribute("error")).isEqualTo("2 か \"0\" を選んでください。<3>");
        assertThat(rule.getTextContent()).isEqualTo("'選択肢'!$A$1:$A$3");
    }

    @Test
    void the_words_of_drop_downs_are_kept_once_on_a_hidden_sheet() throws IOException {
        SheetColumn yesNo = SheetColumn.of("有無", 8).choices(List.of("有", "無"), "有か無です。");
        byte[] file = book(book -> book.sheet(SheetPlan.of("一", yesNo, yesNo)).sheet(SheetPlan.of("二", yesNo)));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            var hidden = workbook.findSheet("選択肢").orElseThrow();
            assertThat(hidden.getVisibility()).isEqualTo(SheetVisibility.HIDDEN);
            assertThat(hidden.read()).hasSize(2).allSatisfy(row -> assertThat(row.getCellCount())
                    .isEqualTo(1));
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("一");
        }
    }

    @Test
    void many_rows_stream_through_without_loss() {
        byte[] file = book(book -> {
            book.sheet(ONE_COLUMN);
            for (int number = 1; number <= 1_200; number++) {
                book.row(SheetCell.whole(number));
            }
        });

        assertThat(rows(file).stream()
                        .skip(2)
                        .map(row -> row.getCell(0).asNumber().intValue()))
                .hasSize(1_200)
                .startsWith(1)
                .contains(500, 501)
                .endsWith(1_200)
                .isSorted();
    }

    @Test
    void a_row_of_another_length_than_its_header_is_a_bug() {
        try (Spreadsheet book = Spreadsheet.to(new ByteArrayOutputStream())) {
            assertThatIllegalStateException().isThrownBy(() -> book.row(SheetCell.EMPTY));
            book.sheet(ONE_COLUMN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> book.row(SheetCell.EMPTY, SheetCell.EMPTY))
                    .withMessage("2 cells for 1 columns in 台帳");
        }
    }

    @Test
    void a_day_that_excel_does_not_know_is_a_bug() {
        assertThatIllegalArgumentException().isThrownBy(() -> SheetCell.day(LocalDate.of(1899, 12, 31)));
    }

    @Test
    void the_stream_stays_open() {
        boolean[] closed = new boolean[1];
        try (Spreadsheet book = Spreadsheet.to(new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        })) {
            book.sheet(ONE_COLUMN);
        }
        assertThat(closed[0]).isFalse();
    }

    private static byte[] book(Consumer<Spreadsheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Spreadsheet book = Spreadsheet.to(bytes)) {
            content.accept(book);
        }
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            return workbook.getFirstSheet().read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The reader tells the formats of numbers only.
    private static String formatOf(byte[] file, String cell) {
        Element found = elements(xml(file, "xl/worksheets/sheet1.xml"), "c")
                .filter(element -> element.getAttribute("r").equals(cell))
                .findFirst()
                .orElseThrow();
        Document styles = xml(file, "xl/styles.xml");
        Element formats = only(styles, "cellXfs");
        Element style = (Element) formats.getElementsByTagName("xf").item(Integer.parseInt(found.getAttribute("s")));
        return elements(styles, "numFmt")
                .filter(element -> element.getAttribute("numFmtId").equals(style.getAttribute("numFmtId")))
                .findFirst()
                .orElseThrow()
                .getAttribute("formatCode");
    }

    private static Stream<Element> elements(Document document, String tag) {
        var nodes = document.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }

    /// Through a file: the streaming reader of the JDK cannot read the sizes behind the entries that fastexcel
    /// writes.
    private static String part(byte[] file, String name) {
        try {
            Path path = Files.createTempFile("spreadsheet", ".xlsx");
            try (ZipFile zip = new ZipFile(Files.write(path, file).toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Document xml(byte[] file, String name) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part(file, name).getBytes(UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Element only(Document document, String tag) {
        assertThat(document.getElementsByTagName(tag).getLength()).as(tag).isEqualTo(1);
        return (Element) document.getElementsByTagName(tag).item(0);
    }
}
