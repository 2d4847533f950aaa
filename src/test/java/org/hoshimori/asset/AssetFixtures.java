package org.hoshimori.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hoshimori.organization.Actor;
import org.springframework.stereotype.Component;

/// Rows of the register for tests, written through the real verbs.
@Component
public class AssetFixtures {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final AssetRegister register;

    AssetFixtures(AssetRegister register) {
        this.register = register;
    }

    /// A row that is not stored.
    public static Asset row(String name, String department, String medium, int figure) {
        var id = AssetId.next();
        return new Asset(
                id,
                0,
                "",
                name,
                "",
                "",
                department,
                medium,
                PersonalKinds.NONE,
                new Cia(figure, 0, 0),
                Overriding.NONE,
                new Asset.Keeping("", DAY, id));
    }

    /// Many different rows that are not stored, always the same for a seed.
    public static List<Asset> rows(int count, long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<Asset>();
        var departments = List.of("営業部", "経理部", "製造部", "総務部", "");
        for (var number = 0; number < count; number++) {
            var id = AssetId.next();
            rows.add(new Asset(
                    id,
                    0,
                    List.of("人事", "経理", "営業", "製造").get(random.nextInt(4)),
                    "情報資産 " + number,
                    random.nextInt(3) == 0 ? "メモ" + number : "",
                    "担当の" + random.nextInt(9) + "人",
                    departments.get(random.nextInt(5)),
                    Assets.MEDIA.get(random.nextInt(6)),
                    random.nextInt(4) == 0
                            ? new PersonalKinds(Set.of(PersonalKinds.Kind.PERSONAL))
                            : PersonalKinds.NONE,
                    new Cia(random.nextInt(3), random.nextInt(3), random.nextInt(3)),
                    random.nextInt(9) == 0 ? new Overriding(Set.of(Overriding.Reason.LEGAL)) : Overriding.NONE,
                    new Asset.Keeping(random.nextInt(2) == 0 ? "7年" : "", DAY, id)));
        }
        return Asset.inOrder(rows);
    }

    /// Stores a row.
    public Asset add(Actor actor, Asset row) {
        if (register.write(actor, row) instanceof AssetRegister.Outcome.Done(var asset)) {
            return asset;
        }
        throw new IllegalStateException("not stored: " + row.name());
    }

    /// Stores many rows at once.
    public AssetRegister.Written addAll(Actor actor, List<Asset> rows) {
        return register.writeAll(actor, "started", "例", rows);
    }
}
