package org.hoshimori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.hoshimori.intake.Sheet.Note;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.intake.SheetReader.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final Words WORDS = new Words();

    private final SheetReader reader = new SheetReader();

    private ReadOutcome read(byte[] file) {
        return reader.read(file, sheet -> ColumnMap.likeness(sheet, WORDS), Map.of());
    }

    private Sheet sheet(byte[] file) {
        return ((ReadOutcome.Read) read(file)).sheet();
    }

    private Refusal refusal(byte[] file) {
        return ((ReadOutcome.Refused) read(file)).reason();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-31j", "UTF-16"})
    void the_letters_of_a_csv_are_found_out(String charset) {
        var text = "情報資産名称,媒体・保存先\r\n\"名簿, 2行\nの\",\"USB \"\"赤\"\"\"\r\n";
        var sheet = sheet(text.getBytes(Charset.forName(charset)));
        assertThat(sheet.lines().get(1).cells()).containsExactly("名簿, 2行\nの", "USB \"赤\"");
        assertThat(sheet.lines().get(1).number()).isEqualTo(2);
    }

    @Test
    void tabs_and_semicolons_separate_too() {
        assertThat(sheet("名称\t媒体\na\tb".getBytes(StandardCharsets.UTF_8))
                        .lines()
                        .get(1)
                        .cells())
                .containsExactly("a", "b");
        assertThat(sheet("名称;媒体\na;b".getBytes(StandardCharsets.UTF_8))
                        .lines()
                        .get(1)
                        .cells())
                .containsExactly("a", "b");
    }

    @Test
    void the_sheet_that_looks_like_a_register_is_read_with_days_and_numbers_as_text() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "x", "1.0")) {
            book.newWorksheet("表紙").value(0, 0, "はじめに");
            var sheet = book.newWorksheet("うちの台帳");
            sheet.value(0, 0, "台帳");
            for (var head : List.of("情報資産　名称（通称）", "媒体", "登録日", "機密性")) {
                sheet.value(2, List.of("情報資産　名称（通称）", "媒体", "登録日", "機密性").indexOf(head), head);
            }
            sheet.value(3, 0, "名簿");
            sheet.value(3, 1, "ノートPC");
            sheet.value(3, 2, LocalDate.of(2026, 11, 20));
            sheet.style(3, 2).format("yyyy/mm/dd").set();
            sheet.value(3, 3, 2);
            sheet.formula(3, 4, "1+1");
        }
        var sheet = sheet(file.toByteArray());
        assertThat(sheet.name()).isEqualTo("うちの台帳");
        var map = ColumnMap.guess(sheet, WORDS);
        assertThat(map.columns().keySet())
                .containsExactlyInAnyOrder(Column.NAME, Column.MEDIUM, Column.REGISTERED, Column.CONFIDENTIALITY);
        var line = map.lines(sheet).getFirst();
        assertThat(line.number()).isEqualTo(4);
        assertThat(map.cell(line, Column.REGISTERED)).isEqualTo("2026-11-20");
        assertThat(map.cell(line, Column.CONFIDENTIALITY)).isEqualTo("2");
        assertThat(sheet.notes()).containsExactly(Note.FORMULAS);
        assertThat(Sheet.unpacked(sheet.packed())).isEqualTo(sheet);
    }

    @Test
    void what_is_no_register_is_refused_in_a_word() throws IOException {
        assertThat(refusal(new byte[0])).isEqualTo(Refusal.EMPTY);
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .isEqualTo(Refusal.OLD_OR_LOCKED);
        assertThat(refusal(new byte[] {0x25, 0x50, 0x44, 0x46, 0, (byte) 0xFF, (byte) 0xFD}))
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(zip("xl/workbook.xml", "<a/>", "xl/vbaProject.bin", "x")))
                .isEqualTo(Refusal.MACROS);
        assertThat(refusal(zip("word/document.xml", "<a/>"))).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal(zip("xl/workbook.xml", "<a>", "xl/_rels/workbook.xml.rels", "<b>")))
                .isEqualTo(Refusal.BROKEN);
        var bomb = "<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\"><!ENTITY z \"&x;&x;&x;\">]><a>&z;</a>";
        assertThat(refusal(zip("xl/workbook.xml", bomb, "xl/_rels/workbook.xml.rels", "<b/>")))
                .isEqualTo(Refusal.BROKEN);
    }

    @Test
    void a_zip_bomb_is_stopped_while_it_unfolds() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThat(file.size()).isLessThan(300_000);
        assertThat(refusal(file.toByteArray())).isEqualTo(Refusal.BOMB);
    }

    @Test
    void a_sheet_of_a_million_rows_is_refused_without_being_kept() throws IOException {
        var rows = new StringBuilder("<worksheet><sheetData>");
        for (var row = 1; row <= 1_000_000; row++) {
            rows.append("<row><c><v>1</v></c></row>");
        }
        assertThat(refusal(book(rows.append("</sheetData></worksheet>").toString())))
                .isEqualTo(Refusal.TOO_MANY_ROWS);
    }

    @Test
    void a_cell_far_to_the_right_makes_no_room_for_itself() throws IOException {
        var sheet = sheet(book("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='ZZZZZZ1'><v>2</v></c>"
                + "<c r='XFD1'><v>3</v></c></row></sheetData></worksheet>"));
        assertThat(sheet.lines().getFirst().cells()).containsExactly("1");
    }

    /// Thousands of files with bytes changed, cut off, doubled: whatever comes, the answer is a value, and soon.
    @Test
    void mutated_files_never_throw_and_never_hang() throws IOException {
        var random = new Random(20_261_120);
        var seeds = List.of(
                book(
                        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>媒体</t>"
                                + "</is></c></row><row r='2'><c r='A2'><f>1+1</f><v>2</v></c></row></sheetData></worksheet>"),
                "情報資産名称,媒体\n\"名簿\",USB\n".getBytes(StandardCharsets.UTF_8),
                "情報資産名称,媒体\n\"名簿\",USB\n".getBytes(Charset.forName("windows-31j")),
                stored("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"));
        var until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        var refused = 0;
        var files = 0;
        while (System.nanoTime() < until && files < 20_000) {
            var file = mutated(seeds.get(random.nextInt(seeds.size())), random);
            var start = System.nanoTime();
            var outcome = read(file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            if (outcome instanceof ReadOutcome.Read(var sheet, var _)) {
                assertThat(Sheet.unpacked(sheet.packed())).isEqualTo(sheet);
                ColumnMap.guess(sheet, WORDS);
            } else {
                refused++;
            }
            files++;
        }
        assertThat(files).isGreaterThan(500);
        assertThat(refused).isBetween(1, files - 1);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var file = seed.clone();
        for (var change = random.nextInt(6); change >= 0; change--) {
            var place = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[place] = (byte) random.nextInt(256);
                case 1 -> file[place] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file = java.util.Arrays.copyOf(file, Math.max(1, place));
                default -> {
                    var longer = java.util.Arrays.copyOf(file, file.length + 8);
                    System.arraycopy(
                            file,
                            place,
                            longer,
                            Math.min(place + 8, longer.length - (file.length - place)),
                            file.length - place);
                    file = longer;
                }
            }
        }
        return file;
    }

    private static byte[] book(String sheet) throws IOException {
        return zip(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='台帳' r:id='a'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/sharedStrings.xml",
                "<sst><si><t>情報資産名称</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                sheet);
    }

    /// Not compressed, so that a mutation reaches the XML.
    private static byte[] stored(String sheet) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.setLevel(0);
            write(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r='r'><sheets><sheet name='台帳' r:id='a'/></sheets></workbook>");
            write(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>");
            write(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return file.toByteArray();
    }

    private static byte[] zip(String... parts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part = 0; part < parts.length; part += 2) {
                write(zip, parts[part], parts[part + 1]);
            }
        }
        return file.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
