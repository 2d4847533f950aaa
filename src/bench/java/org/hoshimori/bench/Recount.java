package org.hoshimori.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Importance;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.risk.RiskTable;

/// Counting the risks of 10,000 assets under the 21 threats anew after one answer has changed, without a database:
/// levels and deciding threats of all assets, the worst first. The aim is 20 ms. The classes of the application and
/// its libraries have to be on the class path.
final class Recount {

    private static final int ASSETS = 10_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 1_000;

    private Recount() {}

    static void main() {
        var edition = Editions.shipped().standard(Locale.JAPANESE);
        var items =
                edition.allCheckItems().stream().map(CompanyRules.CheckItem::id).toList();
        var threats = RiskTable.standard(edition.media());
        var random = new Random(7);
        var register = register(random);
        var answers = random.ints(items.size(), 1, 5).toArray();
        var times = new ArrayList<Duration>();
        var work = new ArrayList<Duration>();
        var thread = ManagementFactory.getThreadMXBean();
        var large = 0L;
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            answers[random.nextInt(items.size())] = 1 + random.nextInt(4);
            var begun = System.nanoTime();
            var worked = thread.getCurrentThreadCpuTime();
            var ground = new Ground(edition.riskMethods().named("3.0"), new RiskTable(items, threats), answers);
            large += Analysis.of(ground, register, Set.of()).count(RiskLevel.LARGE);
            if (round >= 0) {
                times.add(Duration.ofNanos(System.nanoTime() - begun));
                work.add(Duration.ofNanos(thread.getCurrentThreadCpuTime() - worked));
            }
        }
        times.sort(null);
        work.sort(null);
        var table = new Table();
        table.head("Recount of " + ASSETS + " assets × " + threats.size() + " threats, ms");
        table.row("middle", Load.millis(times.get(ROUNDS / 2)));
        table.row("95th percentile", Load.millis(times.get(ROUNDS * 95 / 100)));
        table.row("processor time, middle", Load.millis(work.get(ROUNDS / 2)));
        table.row("processor time, 95th percentile", Load.millis(work.get(ROUNDS * 95 / 100)));
        table.row("large in the middle", String.valueOf(large / (WARM_UP + ROUNDS)));
        table.print();
    }

    private static List<Assets.Weighed> register(Random random) {
        var register = new ArrayList<Assets.Weighed>();
        for (var number = 0; number < ASSETS; number++) {
            register.add(new Assets.Weighed(
                    AssetId.next(),
                    "情報資産 " + random.nextInt(ASSETS),
                    "部署 " + random.nextInt(20),
                    Assets.MEDIA.get(random.nextInt(6)),
                    Importance.of(random.nextInt(3))));
        }
        return register;
    }
}
