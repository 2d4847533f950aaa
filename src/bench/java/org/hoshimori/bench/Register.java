package org.hoshimori.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The register of information assets with 10,000 rows: in from a file, out as the workbook, and looked at.
final class Register {

    private static final int ROWS = 10_000;
    private static final int FILES = 5;
    private static final int LOOKS = 400;
    private static final List<String> MEDIA = List.of("書類", "USB", "ノートPC", "スマートフォン", "社内サーバー", "クラウド", "可搬電子媒体");
    private static final List<String> PAGES = List.of(
            "/assets",
            "/assets?department=" + Browser.encode("経理部"),
            "/assets?q=" + Browser.encode("ミツモリ"),
            "/assets?sort=importance");

    private final String address;

    Register(String address) {
        this.address = address;
    }

    /// @param people whose companies have no assets yet: one for the CSV, the others for the workbook
    void measure(List<Person> people, Table table) throws Exception {
        System.err.println("Bringing " + ROWS + " assets in …");
        table.head("Register of 10,000 assets (ms; middle of " + (people.size() - 1) + " or " + FILES + ")");
        var first = signedIn(people.getFirst());
        table.row("import of CSV, first of all", Load.millis(taken(first, csv(), "csv")));
        var exports = new ArrayList<Duration>();
        var book = new byte[0];
        for (var file = 0; file < FILES; file++) {
            var begun = System.nanoTime();
            book = first.file("/assets/workbook");
            exports.add(since(begun));
        }
        var imports = new ArrayList<Duration>();
        for (var person : people.subList(1, people.size())) {
            imports.add(taken(signedIn(person), book, "xlsx"));
        }
        table.row("import of the workbook (upload, look, take)", Load.millis(part(imports, 50)));
        table.row("export as a workbook of " + book.length / 1024 + " KB", Load.millis(part(exports, 50)));
        table.head("Pages of the register at 10,000 assets, 1 client, " + LOOKS + " each");
        table.row("page", "p50", "p95");
        for (var page : PAGES) {
            looks(first, page, LOOKS / 4);
            var times = looks(first, page, LOOKS);
            table.row(page.replaceAll("=%.*", "=…"), Load.millis(part(times, 50)), Load.millis(part(times, 95)));
        }
        table.row("/risks", Load.millis(part(looks(first, "/risks", LOOKS / 10), 50)));
    }

    private static List<Duration> looks(Browser browser, String page, int count) throws Exception {
        var times = new ArrayList<Duration>();
        for (var look = 0; look < count; look++) {
            var begun = System.nanoTime();
            if (browser.get(page) != 200) {
                throw new IllegalStateException(page);
            }
            times.add(since(begun));
        }
        return times;
    }

    /// From the sending of the file to the page after the rows are in.
    private static Duration taken(Browser browser, byte[] file, String ending) throws Exception {
        var begun = System.nanoTime();
        var look = browser.upload("/assets/intake", "register." + ending, file);
        browser.get(look);
        browser.send(look + "/take");
        browser.get("/assets");
        return since(begun);
    }

    private Browser signedIn(Person person) throws Exception {
        var browser = new Browser(address);
        browser.signIn(person.email());
        return browser;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration part(List<Duration> times, int percent) {
        var sorted = times.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static byte[] csv() {
        var departments = List.of("総務部", "経理部", "営業部", "製造部", "開発部");
        var text = new StringBuilder("業務分類,情報資産名称,備考,利用者範囲,管理部署,媒体・保存先,個人情報,機密性,完全性,可用性,保存期限,登録日\n");
        for (var row = 0; row < ROWS; row++) {
            text.append("営業,見積書")
                    .append(row)
                    .append(",控えは別の棚,担当の")
                    .append(row % 9)
                    .append("人,");
            text.append(departments.get(row % 5))
                    .append(',')
                    .append(MEDIA.get(row % 7))
                    .append(',');
            text.append(row % 4 == 0 ? "有," : "無,")
                    .append(row % 3)
                    .append(',')
                    .append(row / 3 % 3)
                    .append(',');
            text.append(row / 9 % 3).append(",7年,令和8年").append(1 + row % 12).append("月1日\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
