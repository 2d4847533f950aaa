package org.hoshimori.content;

import java.net.URI;
import java.util.List;
import org.hoshimori.content.Edition.Basis;
import org.hoshimori.content.Edition.Grounded;
import org.hoshimori.content.Edition.Source;
import org.jspecify.annotations.Nullable;

/// What stands at the back of the book: words, classifications, and where to ask and read on.
public record Appendix(
        Glossary glossary,
        Industries industries,
        Prefectures prefectures,
        References references,
        StartingAssets startingAssets) {

    /// Words that the screens use, with their meaning in everyday language.
    public record Glossary(
            String id,
            String title,
            Source source,
            @Nullable String note,
            Listing<Term> terms) {}

    /// One word; `reading` sorts it, `easy` is said instead of it in easy Japanese, `inGuideline`: the guideline's own.
    public record Term(
            String id,
            String term,
            String reading,
            String english,
            String definition,
            boolean inGuideline,
            @Nullable String easy)
            implements Listing.Item {}

    /// The divisions A to T of the Japan Standard Industrial Classification.
    public record Industries(
            String id,
            String title,
            Source source,
            @Nullable String note,
            Listing<Industry> industries) {}

    Appendix with(Listing<Industry> worded) {
        var shipped = industries;
        return new Appendix(
                glossary,
                new Industries(shipped.id(), shipped.title(), shipped.source(), shipped.note(), worded),
                prefectures,
                references,
                startingAssets);
    }

    /// One division; `code` is its letter.
    public record Industry(String id, String code, String title) implements Listing.Item {}

    /// The 47 prefectures (JIS X 0401).
    public record Prefectures(
            String id,
            String title,
            Source source,
            @Nullable String note,
            Listing<Prefecture> prefectures) {}

    /// One prefecture; `code` has two digits, `english` is its name in Latin letters in either language.
    public record Prefecture(String id, String code, String title, String english) implements Listing.Item {}

    /// Bodies, schemes and documents that help further.
    public record References(
            String id,
            String title,
            Source source,
            @Nullable String note,
            Listing<Reference> references) {}

    /// One of them; `number` is that of the guideline's own list ([1] to [7]), `kind` a word of the schema, `when` says
    /// when one needs it, `source` stands where it is not that of the list.
    public record Reference(
            String id,
            @Nullable Integer number,
            String title,
            String kind,
            @Nullable URI url,
            String text,
            String when,
            @Nullable Source source)
            implements Listing.Item {}

    /// What helps to begin the register of information assets: examples by industry, words for media, periods of law.
    public record StartingAssets(
            String id,
            String title,
            @Nullable Basis basis,
            Source source,
            Listing<Retention> retention,
            Listing<MediumWords> media,
            Listing<AssetSet> sets)
            implements Grounded {}

    /// How long the law has certain papers kept; `text` is the period in words, `law` names law and article.
    public record Retention(String id, String text, String what, String law) implements Listing.Item {}

    /// Other words that people write for a medium; `id` is the medium's.
    public record MediumWords(String id, List<String> words) implements Listing.Item {

        public MediumWords {
            words = List.copyOf(words);
        }
    }

    /// Typical assets of some industries, named by their ids.
    public record AssetSet(String id, String title, List<String> industries, Listing<TypicalAsset> assets)
            implements Listing.Item {

        public AssetSet {
            industries = List.copyOf(industries);
        }
    }

    /// One of them with suggested figures 0 to 2; `personal` are kinds of personal data, `retention` a period's id.
    public record TypicalAsset(
            String id,
            String name,
            String businessClass,
            String medium,
            List<String> personal,
            int confidentiality,
            int integrity,
            int availability,
            @Nullable String retention)
            implements Listing.Item {

        public TypicalAsset {
            personal = List.copyOf(personal);
        }
    }
}
