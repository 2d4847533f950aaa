package org.hoshimori.programme;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hoshimori.Hoshimori;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// A process of its own that gives numbers until somebody kills it; each stands on a line once it is committed.
final class NumberGiver {

    static final String LINE = "given ";
    private static final int CLERKS = 8;

    private NumberGiver() {}

    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(Hoshimori.class)
                .properties("hoshimori.jobs=false", "server.port=0", "logging.level.root=warn")
                .run(arguments);
        var numbers = context.getBean(Numbers.class);
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            IntStream.range(0, CLERKS)
                    .forEach(_ -> clerks.execute(() -> {
                        while (true) {
                            System.out.println(LINE + numbers.next());
                        }
                    }));
        }
    }
}
