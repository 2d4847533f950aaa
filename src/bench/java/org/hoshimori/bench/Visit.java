package org.hoshimori.bench;

import java.io.IOException;

/// The four things that are measured.
enum Visit {
    HOME("home"),
    QUESTIONS("questions"),
    SAVE("save an answer"),
    RESULT("result");

    private static final String[] ANSWERS = {"implemented", "partly", "not", "unknown"};

    private final String title;

    Visit(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// One request; its status.
    int pay(Browser browser, Person person, int turn) throws IOException, InterruptedException {
        return switch (this) {
            case HOME -> browser.get("/");
            case QUESTIONS -> browser.get("/assessments/" + person.openRound());
            case RESULT -> browser.get("/results/" + person.closedRound());
            case SAVE ->
                browser.answer(
                        person.respondent(),
                        Seed.QUESTIONS.get(turn % Seed.QUESTIONS.size()),
                        ANSWERS[turn / Seed.QUESTIONS.size() % ANSWERS.length]);
        };
    }
}
