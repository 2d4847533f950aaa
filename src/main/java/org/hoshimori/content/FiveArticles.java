package org.hoshimori.content;

import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// 情報セキュリティ5か条 (STEP 1, appendix 1): what a company with one star works on.
public record FiveArticles(String id, String title, Source source, Listing<State> scale, Listing<Article> articles) {

    /// How far a company is with an article or an example; a scale of our own.
    public record State(
            String id,
            String label,
            String meaning,
            @Nullable Basis basis) implements Listing.Item, Grounded {}

    /// One article; `question` is the id of the question of the self-diagnosis that asks the same.
    public record Article(
            String id,
            int number,
            String title,
            String reason,
            String question,
            String stepsToTake,
            Listing<Example> examples)
            implements Listing.Item {}

    /// One thing to check, and how; its id is unique over all articles.
    public record Example(String id, String text, String how) implements Listing.Item {}

    /// The article of a known id.
    public Article article(String id) {
        return articles.named(id);
    }

    /// The state of a known id.
    public State state(String id) {
        return scale.named(id);
    }
}
