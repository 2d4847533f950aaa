package org.hoshimori.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Writes a list of declarations as an earlier programme might hand it over: made-up companies out of own words, every
/// prefecture and industry, readings, 法人番号 with the right check digit. The twelve digits after it begin with 9999,
/// which marks them as test data: they are nobody's number and must never be published as anybody's.
final class SampleDeclarations {

    private static final List<String> HEADS = List.of(
            "宣言番号",
            "宣言種別",
            "宣言日",
            "事業者名",
            "フリガナ",
            "法人個人の別",
            "法人番号",
            "業種",
            "郵便番号",
            "都道府県",
            "市区町村",
            "町域",
            "番地",
            "担当者",
            "メールアドレス",
            "従業員数",
            "基本方針の公開方法");

    private static final List<String> PREFECTURES = List.of(
            "北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県", "栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県",
            "富山県", "石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県", "滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県",
            "鳥取県", "島根県", "岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県",
            "鹿児島県", "沖縄県");

    /// Name and reading, the frequent ones first.
    private static final List<String> FIRST = List.of(
            "さくら サクラ",
            "みどり ミドリ",
            "あさひ アサヒ",
            "ひかり ヒカリ",
            "山川 ヤマカワ",
            "中田 ナカタ",
            "東 アズマ",
            "西野 ニシノ",
            "高木 タカギ",
            "小川 オガワ",
            "石橋 イシバシ",
            "青空 アオゾラ",
            "若葉 ワカバ",
            "大和 ヤマト",
            "富士見 フジミ",
            "松風 マツカゼ",
            "竹内 タケウチ",
            "梅田 ウメダ",
            "星野 ホシノ",
            "月見 ツキミ",
            "海岸 カイガン",
            "港 ミナト",
            "丘の上 オカノウエ",
            "泉 イズミ",
            "北斗 ホクト",
            "南 ミナミ",
            "三日月 ミカヅキ",
            "七福 シチフク",
            "千歳 チトセ",
            "万年 マンネン",
            "銀河 ギンガ",
            "金星 キンセイ",
            "白鳥 シラトリ",
            "黒岩 クロイワ",
            "赤松 アカマツ",
            "紫 ムラサキ",
            "翠 ミドリ",
            "碧 アオイ",
            "鶴 ツル",
            "亀 カメ",
            "ほしの森 ホシノモリ",
            "こもれび コモレビ",
            "ひなた ヒナタ",
            "せせらぎ セセラギ",
            "つばめ ツバメ",
            "かもめ カモメ",
            "すずめ スズメ",
            "ハルニレ ハルニレ",
            "ミズナラ ミズナラ",
            "アルタ アルタ",
            "ベガ ベガ",
            "オリオン オリオン",
            "ノヴァ ノヴァ",
            "リンク リンク",
            "澤井 サワイ",
            "齋木 サイキ",
            "渡邉 ワタナベ",
            "髙井 タカイ",
            "廣田 ヒロタ",
            "櫻木 サクラギ",
            "鐵山 テツヤマ",
            "國見 クニミ");

    private static final List<String> MIDDLE = List.of(
            "第一 ダイイチ",
            "中央 チュウオウ",
            "総合 ソウゴウ",
            "共同 キョウドウ",
            "新 シン",
            "日本 ニホン",
            "東亜 トウア",
            "地域 チイキ",
            "協和 キョウワ",
            "昭 ショウ",
            "三 サン",
            "太陽 タイヨウ",
            "北 キタ",
            "西 ニシ",
            "丸 マル",
            "本 ホン");

    /// By industry, A to T.
    private static final List<String> LAST = List.of(
            "農園 ノウエン",
            "水産 スイサン",
            "鉱業 コウギョウ",
            "建設 ケンセツ",
            "製作所 セイサクショ",
            "電力 デンリョク",
            "システム システム",
            "運輸 ウンユ",
            "商店 ショウテン",
            "信用 シンヨウ",
            "不動産 フドウサン",
            "設計 セッケイ",
            "旅館 リョカン",
            "理容 リヨウ",
            "学園 ガクエン",
            "医院 イイン",
            "組合 クミアイ",
            "サービス サービス",
            "公社 コウシャ",
            "事務所 ジムショ");

    private static final List<String> MUNICIPALITIES =
            List.of("みなと市", "ほしみ市", "あおば市", "やまて町", "かわべ町", "はなの村", "中うみ市", "東もり市", "西はま市", "南おか町");

    private static final List<String> TOWNS = List.of("星見町", "月見台", "花町", "本町", "緑が丘", "港町", "中央", "東", "大字泉", "若葉台");

    private final Random random = new Random(20_261_121);

    static void main(String[] arguments) throws IOException {
        new SampleDeclarations().write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    void write(Path file, int rows) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            line(out, HEADS);
            for (var row = 0; row < rows; row++) {
                line(out, declaration(row));
            }
        }
    }

    /// The number of a row: eleven digits, none twice.
    static String number(int row) {
        return "9%010d".formatted((row + 1L) * 7_919L % 10_000_000_000L);
    }

    private List<String> declaration(int row) {
        var industry = random.nextInt(20);
        var alone = random.nextInt(100) < 8;
        var parts = List.of(skewed(FIRST), random.nextInt(3) == 0 ? skewed(MIDDLE) : " ", LAST.get(industry));
        var name = new StringBuilder();
        var kana = new StringBuilder();
        for (var part : parts) {
            var pair = part.split(" ", 2);
            name.append(pair[0]);
            kana.append(pair[1]);
        }
        if (random.nextInt(4) == 0) {
            name.append(row % 1000);
        }
        var prefecture = random.nextInt(100) < 30 ? 12 : random.nextInt(47);
        var star = random.nextInt(100) < 35 ? "★★" : "★";
        return List.of(
                number(row),
                star,
                LocalDate.of(2017, 4, 1).plusDays(random.nextInt(3_400)).toString(),
                alone ? name.toString() : kind(name.toString()),
                kana.toString(),
                alone ? "個人" : "法人",
                alone ? "" : corporateNumber(row),
                String.valueOf((char) ('A' + industry)),
                "999-%04d".formatted(random.nextInt(10_000)),
                PREFECTURES.get(prefecture),
                MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size())),
                TOWNS.get(random.nextInt(TOWNS.size())),
                (1 + random.nextInt(9)) + "-" + (1 + random.nextInt(30)),
                "見本 担当",
                "info" + row + "@sample.example",
                String.valueOf(1 + random.nextInt(random.nextInt(300) + 1)),
                star.equals("★★") ? "自社のホームページに公開" : "");
    }

    /// The frequent ones stand first: a few words stand in very many names, most in few.
    private String skewed(List<String> words) {
        var place = (int) (Math.pow(random.nextDouble(), 2) * words.size());
        return words.get(place);
    }

    private String kind(String name) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> "株式会社" + name;
            case 4, 5 -> name + "株式会社";
            case 6 -> "有限会社" + name;
            case 7 -> name + "(株)";
            case 8 -> "合同会社" + name;
            default -> "一般社団法人" + name;
        };
    }

    private static String corporateNumber(int row) {
        var base = "9999%08d".formatted(row);
        var sum = 0;
        for (var n = 1; n <= 12; n++) {
            sum += (base.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return (9 - sum % 9) + base;
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write("\r\n");
    }
}
