package org.hoshimori.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.Importance;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Edition;
import org.hoshimori.content.Editions;
import org.hoshimori.risk.Analysis;
import org.hoshimori.risk.RiskAnalysis.Ground;
import org.hoshimori.risk.RiskTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Counting the risks of 10,000 assets under the 21 threats anew after one answer has changed, without a database:
/// levels and deciding threats of all assets, the worst first. The aim is 20 ms.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Recount {

    private static final int ASSETS = 10_000;

    private final Random random = new Random(7);
    private Edition edition;
    private List<String> items;
    private List<RiskTable.Judged> threats;
    private List<Assets.Weighed> register;
    private int[] answers;

    @Setup
    public void read() {
        edition = Editions.shipped().standard(Locale.JAPANESE);
        items = edition.allCheckItems().stream().map(CompanyRules.CheckItem::id).toList();
        threats = RiskTable.standard(edition.media());
        answers = random.ints(items.size(), 1, 5).toArray();
        register = new ArrayList<>();
        for (var number = 0; number < ASSETS; number++) {
            register.add(new Assets.Weighed(
                    AssetId.next(),
                    "情報資産 " + random.nextInt(ASSETS),
                    "部署 " + random.nextInt(20),
                    Assets.MEDIA.get(random.nextInt(6)),
                    Importance.of(random.nextInt(3))));
        }
    }

    @Benchmark
    public Analysis recount() {
        answers[random.nextInt(items.size())] = 1 + random.nextInt(4);
        var ground = new Ground(edition.riskMethods().named("3.0"), new RiskTable(items, threats), answers);
        return Analysis.of(ground, register, Set.of());
    }
}
