package org.hoshimori.article;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.content.FiveArticles;
import org.jspecify.annotations.Nullable;

/// How far a company is with the five articles. One star says that one works on them, and may be declared before all of
/// it is done; that is why readiness asks for a state of each and a beginning in each, not for five times できている.
public record ArticleProgress(List<Standing> articles) {

    private static final String DONE = "done";
    private static final String PARTLY = "partly";
    private static final String NOT_YET = "not-yet";
    private static final String NOT_APPLICABLE = "not-applicable";

    /// How far the company is with one article.
    ///
    /// @param state id in the scale; null while nobody has said it
    /// @param examples the states of its examples; null where nobody has said one
    public record Standing(
            FiveArticles.Article article, @Nullable String state, List<@Nullable String> examples) {

        /// Nothing of it has been begun: nobody said a state, or まだ with no example begun.
        public boolean untouched() {
            return state == null || (state.equals(NOT_YET) && examples.stream().noneMatch(Standing::begun));
        }

        public int settledExamples() {
            return (int) examples.stream().filter(Objects::nonNull).count();
        }

        /// The state that the examples speak for, once each of them has one. A rule of our own (独自の目安): examples that
        /// do not apply are left out; all done is done, none begun is まだ, anything between is 一部.
        public Optional<String> suggestion() {
            if (examples.isEmpty() || settledExamples() < examples.size()) {
                return Optional.empty();
            }
            var counted = examples.stream()
                    .filter(example -> !NOT_APPLICABLE.equals(example))
                    .toList();
            if (counted.isEmpty()) {
                return Optional.of(NOT_APPLICABLE);
            }
            if (counted.stream().allMatch(DONE::equals)) {
                return Optional.of(DONE);
            }
            return Optional.of(counted.stream().anyMatch(Standing::begun) ? PARTLY : NOT_YET);
        }

        private static boolean begun(@Nullable String example) {
            return DONE.equals(example) || PARTLY.equals(example);
        }
    }

    /// @param states id of the state by id of article or example
    static ArticleProgress of(FiveArticles content, Map<String, String> states) {
        return new ArticleProgress(content.articles().stream()
                .map(article -> new Standing(
                        article,
                        states.get(article.id()),
                        article.examples().stream()
                                .<@Nullable String>map(example -> states.get(example.id()))
                                .toList()))
                .toList());
    }

    /// How many articles have a state.
    public int settled() {
        return (int) articles.stream().filter(one -> one.state() != null).count();
    }

    /// How many articles there are: five in edition 3.0.
    public int total() {
        return articles.size();
    }

    /// Articles that still need a state or a beginning before one star can be declared with good reason.
    public List<Standing> missing() {
        return articles.stream().filter(Standing::untouched).toList();
    }

    /// Whether the company works on all five: what one star says.
    public boolean ready() {
        return missing().isEmpty();
    }

    Standing of(String article) {
        return articles.stream()
                .filter(one -> one.article().id().equals(article))
                .findFirst()
                .orElseThrow();
    }
}
