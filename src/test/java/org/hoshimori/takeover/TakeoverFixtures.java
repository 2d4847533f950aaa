package org.hoshimori.takeover;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import org.hoshimori.programme.Clerk;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/// Lists of declarations for tests; every list has numbers that no other has.
@Component
class TakeoverFixtures {

    static final String HEADS = "自己宣言ID,宣言種別,宣言日,事業者名,フリガナ,法人番号,業種,都道府県,市区町村,町域,番地,担当者,メールアドレス\r\n";

    private final Random random = new SecureRandom();
    private final Takeovers takeovers;
    private final TakeoverRepository runs;
    private final Work work;
    private final Work.Against against;
    private final StaffFixtures staff;

    TakeoverFixtures(
            Takeovers takeovers, TakeoverRepository runs, Work work, Work.Against against, StaffFixtures staff) {
        this.takeovers = takeovers;
        this.runs = runs;
        this.work = work;
        this.against = against;
        this.staff = staff;
    }

    Clerk head() {
        return staff.clerk(StaffRole.HEAD).clerk();
    }

    /// The number of a row of a list.
    static String number(int list, int row) {
        return "8%06d%06d".formatted(list, row);
    }

    int list() {
        return 100_000 + random.nextInt(900_000);
    }

    /// A list with so many good rows.
    static String rows(int list, int count) {
        var text = new StringBuilder(HEADS);
        for (var row = 1; row <= count; row++) {
            text.append(row(number(list, row), "株式会社引継ぎ" + list + "の" + row));
        }
        return text.toString();
    }

    static String row(String number, String name) {
        return number + ",★★,令和5年4月1日," + name + ",ヒキツギ,8000012059001,E 製造業,東京都,みなと市,星見町,1-2-3,"
                + "秘密の担当者,planted@secret.example\r\n";
    }

    Run bring(String text) throws Exception {
        return bring(text.getBytes(StandardCharsets.UTF_8));
    }

    Run bring(String text, Charset charset) throws Exception {
        return bring(text.getBytes(charset));
    }

    Run bring(byte[] file) throws Exception {
        var outcome = takeovers.bring(head(), "list.csv", new ByteArrayResource(file));
        return runs.find(((Takeovers.Outcome.Kept) outcome).id()).orElseThrow();
    }

    boolean step(Run run) {
        return work.step(run.id(), against.addresses());
    }

    /// Brings a list and lets the dry run end.
    Run looked(String text) throws Exception {
        var run = bring(text);
        while (step(run)) {
            // The next thousand rows.
        }
        return again(run);
    }

    Run again(Run run) {
        return runs.find(run.id()).orElseThrow();
    }

    Run find(UUID id) {
        return runs.find(id).orElseThrow();
    }

    /// Starts the import and lets it end.
    Run taken(Run run) {
        takeovers.start(head(), run.id());
        while (step(run)) {
            // The next thousand rows.
        }
        return again(run);
    }
}
