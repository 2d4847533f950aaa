package org.hoshimori.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.hoshimori.desk.Life.Move;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.desk.Life.Standing;
import org.hoshimori.desk.Life.Step;
import org.hoshimori.desk.Life.Turn;
import org.junit.jupiter.api.Test;

/// The whole life as two tables. A dash is a move that is refused.
class LifeTest {

    private static final String APPLICATION = """
            |              | UNCONFIRMED | WAITING   | RETURNED  | ACCEPTED | REFUSED | WITHDRAWN | MERGED  |
            | CONFIRM      | WAITING     | -         | -         | -        | -       | -         | -       |
            | HAND_IN_AGAIN| -           | -         | WAITING   | -        | -       | -         | -       |
            | ACCEPT       | -           | ACCEPTED  | -         | -        | -       | -         | -       |
            | RETURN       | -           | RETURNED  | -         | -        | -       | -         | -       |
            | REFUSE       | -           | REFUSED   | -         | -        | -       | -         | -       |
            | MERGE        | -           | MERGED    | -         | -        | -       | -         | -       |
            | WITHDRAW     | WITHDRAWN   | WITHDRAWN | WITHDRAWN | -        | -       | -         | -       |
            | UNDO         | -           | -         | WAITING   | WAITING  | WAITING | -         | WAITING |
            """;

    private static final String DECLARATION = """
            |            | CURRENT | STOPPED | MERGED | UNDONE  |
            | CHANGE     | CURRENT | -       | -      | -       |
            | STEP_UP    | CURRENT | -       | -      | -       |
            | STOP       | STOPPED | -       | -      | -       |
            | RESTART    | -       | CURRENT | -      | -       |
            | MERGE      | MERGED  | MERGED  | -      | -       |
            | TAKE_BACK  | UNDONE  | -       | -      | -       |
            | GIVE_AGAIN | -       | -       | -      | CURRENT |
            """;

    @Test
    void an_application_moves_only_as_the_table_says() {
        var found = new EnumMap<Move, String>(Move.class);
        for (var move : Move.values()) {
            var row = new StringBuilder(move.name());
            for (var stage : Stage.values()) {
                row.append(' ').append(shown(Life.after(stage, move)));
            }
            found.put(move, row.toString());
        }
        assertThat(found).containsExactlyEntriesOf(table(APPLICATION, Move.class));
    }

    @Test
    void a_declaration_turns_only_as_the_table_says() {
        var found = new EnumMap<Turn, String>(Turn.class);
        for (var turn : Turn.values()) {
            var row = new StringBuilder(turn.name());
            for (var standing : Standing.values()) {
                row.append(' ').append(shown(Life.after(standing, turn)));
            }
            found.put(turn, row.toString());
        }
        assertThat(found).containsExactlyEntriesOf(table(DECLARATION, Turn.class));
    }

    private static String shown(Step<? extends Enum<?>> step) {
        return switch (step) {
            case Step.To<? extends Enum<?>>(var next) -> next.name();
            case Step.Forbidden<? extends Enum<?>> _ -> "-";
        };
    }

    private static <E extends Enum<E>> Map<E, String> table(String text, Class<E> moves) {
        var rows = new EnumMap<E, String>(moves);
        text.lines().skip(1).forEach(line -> {
            var row = line.replaceAll("[|\\s]+", " ").strip();
            rows.put(Enum.valueOf(moves, row.split(" ", 2)[0]), row);
        });
        return rows;
    }
}
