package org.hoshimori.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.AssetId;
import org.hoshimori.asset.AssetRegister;
import org.hoshimori.asset.AssetRegister.Written;
import org.hoshimori.asset.Assets;
import org.hoshimori.asset.MethodChoice;
import org.hoshimori.content.Editions;
import org.hoshimori.database.OrganizationId;
import org.hoshimori.intake.DryRun.Fate;
import org.hoshimori.intake.DryRun.Row;
import org.hoshimori.intake.SheetReader.ReadOutcome;
import org.hoshimori.organization.Actor;
import org.springframework.stereotype.Component;

/// The verbs: read a file, look at what it would do, take it over.
@Component
public class Intakes {

    private final SheetReader reader;
    private final Assets assets;
    private final AssetRegister register;
    private final MethodChoice method;
    private final Editions editions;
    private final Clock clock;
    private final Words words = new Words();

    Intakes(
            SheetReader reader,
            Assets assets,
            AssetRegister register,
            MethodChoice method,
            Editions editions,
            Clock clock) {
        this.reader = reader;
        this.assets = assets;
        this.register = register;
        this.method = method;
        this.editions = editions;
        this.clock = clock;
    }

    /// Reads the sheet of a file that looks most like a register.
    public ReadOutcome read(byte[] file) {
        return read(file, List.of());
    }

    /// The same with the sheets beside it.
    ReadOutcome read(byte[] file, List<SideSheet> sides) {
        Map<String, ToIntFunction<Sheet>> beside = new LinkedHashMap<>();
        sides.forEach(side -> beside.put(side.id(), new SideReader(words, side)::likeness));
        return reader.read(file, sheet -> ColumnMap.likeness(sheet, words), beside);
    }

    /// What taking over a sheet beside the register would do.
    SideRun look(OrganizationId organization, SideSheet side, Sheet sheet) {
        return new SideReader(words, side).read(sheet, side.entries(organization), side.standing(organization));
    }

    ColumnMap guess(Sheet sheet) {
        return ColumnMap.guess(sheet, words);
    }

    /// Official heading of each column, in the order of the register.
    public Map<Column, String> headings() {
        var headings = new LinkedHashMap<Column, String>();
        for (var column : Column.values()) {
            headings.put(column, words.official(column));
        }
        return headings;
    }

    /// What taking the sheet over would do.
    DryRun look(Actor actor, Sheet sheet, ColumnMap map) {
        var lines = map.lines(sheet).stream().filter(line -> !line.blank()).toList();
        var least = least(actor, map, lines);
        var ground = new RowReader.Ground(map, words, media(), least, LocalDate.now(clock));
        var known = assets.all(actor.organization()).stream()
                .collect(Collectors.toMap(Asset::match, row -> row, (one, _) -> one, HashMap::new));
        var reach = register.reach(actor);
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Asset> kin = new HashMap<>();
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var reading = new RowReader(ground, line);
            reading.check();
            var match = Asset.match(reading.name(), reading.department(), reading.medium());
            var before = known.get(match);
            var asset = reading.read(before);
            var twin = seen.putIfAbsent(match, line.number());
            if (twin != null && !reading.refused()) {
                reading.trouble(Column.NAME, "intake.problem.twice", String.valueOf(twin));
            }
            if (!reach.covers(asset.department())) {
                reading.trouble(Column.DEPARTMENT, "intake.problem.not-yours", asset.department());
            }
            if (reading.refused()) {
                rows.add(new Row(line.number(), reading.name(), Fate.REFUSED, null, reading.troubles()));
                continue;
            }
            var fate = before == null ? Fate.NEW : before.saysTheSameAs(asset) ? Fate.SAME : Fate.CHANGED;
            rows.add(new Row(
                    line.number(), asset.name(), fate, before == null ? akin(asset, kin) : asset, reading.troubles()));
        }
        return new DryRun(rows, least == 1);
    }

    /// Rows of one name, class and department on several media are one asset, when they are as secret as each other.
    private static Asset akin(Asset asset, Map<String, Asset> kin) {
        var key = Asset.folded(asset.name() + "\n" + asset.department() + "\n" + asset.businessClass());
        var first = kin.putIfAbsent(key, asset);
        return first == null || first.cia().confidentiality() != asset.cia().confidentiality()
                ? asset
                : asset.akinTo(first);
    }

    /// Writes the rows of a dry run in one step; `left` are lines that were left out.
    public Written take(Actor actor, String title, Sheet sheet, Set<Integer> left) {
        return take(actor, title, look(actor, sheet, guess(sheet)), left);
    }

    Written take(Actor actor, String title, DryRun run, Set<Integer> left) {
        var rows = run.writing().stream()
                .filter(row -> !left.contains(row.line()))
                .flatMap(row -> java.util.Optional.ofNullable(row.asset()).stream())
                .toList();
        return register.writeAll(actor, "imported", title, inOrder(rows));
    }

    private static List<Asset> inOrder(List<Asset> rows) {
        Map<AssetId, AssetId> renamed = new HashMap<>();
        var ordered = Asset.inOrder(rows);
        for (var index = 0; index < rows.size(); index++) {
            renamed.put(rows.get(index).id(), ordered.get(index).id());
        }
        return ordered.stream()
                .map(row -> row.ofKin(
                        renamed.getOrDefault(row.keeping().kin(), row.keeping().kin())))
                .toList();
    }

    /// A sheet that says 3 counts from 1, one that says 0 counts from 0; otherwise the company's method decides.
    private int least(Actor actor, ColumnMap map, List<Sheet.Line> lines) {
        var figures = lines.stream()
                .flatMap(line -> java.util.stream.Stream.of(
                                Column.CONFIDENTIALITY, Column.INTEGRITY, Column.AVAILABILITY)
                        .map(column -> RowReader.plain(map.cell(line, column))))
                .filter(figure -> figure.matches("[03]"))
                .collect(Collectors.toSet());
        if (figures.contains("0")) {
            return 0;
        }
        return figures.contains("3") ? 1 : MethodChoice.offset(method.of(actor.organization()));
    }

    /// Ids of media by every word for them, folded.
    public Map<String, String> media() {
        Map<String, String> media = new HashMap<>();
        for (var locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            editions.standard(locale).startingAssets().media().forEach(medium -> medium.words()
                    .forEach(word -> media.put(Asset.folded(word), medium.id())));
            assets.media(locale).forEach((id, title) -> media.put(Asset.folded(title), id));
        }
        assets.media(Locale.JAPANESE).keySet().forEach(id -> media.put(id, id));
        return media;
    }
}
