package org.hoshimori.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One edition of the guideline in one language: everything that its files say, checked and unchangeable.
public record Edition(
        About about,
        Questions questions,
        ForOwner forOwner,
        CompanyRules rules,
        RiskMethod.Analysis analysis,
        Appendix appendix,
        List<DocumentText> documentTexts) {

    public Edition {
        documentTexts = List.copyOf(documentTexts);
    }

    /// A file below `documents/`, unread: templates and blanks.
    ///
    /// @param path after `documents/`, for example `handbook/template.md`
    /// @param shownAs the name by which a person finds it
    public record DocumentText(String path, String shownAs, String text) {}

    /// Where a list comes from: document, place in it and edition, in words for the screen.
    public record Source(String document, String place, String edition) {}

    /// Who stands behind a rule.
    public enum Basis {
        /// A rule of our own where the guideline is silent; the screen says 独自の目安.
        @JsonProperty("own")
        OWN
    }

    /// What may rest on a rule of our own.
    public interface Grounded {

        /// Absent where the text follows the document named as source.
        @Nullable
        Basis basis();

        /// Whether the screen must say 独自の目安 beside it.
        default boolean own() {
            return basis() == Basis.OWN;
        }
    }

    /// The edition itself, its four steps and its two stars (`edition.yaml`); `newer` lists later editions.
    public record About(
            String id,
            String title,
            @JsonProperty("short") String shortTitle,
            LocalDate published,
            String publisher,
            Source source,
            Listing<Newer> newer,
            Listing<Step> steps,
            Listing<Star> stars) {}

    /// A later edition: `date` is a day or a month as far as known; `shipped` is false while its text is not at hand.
    public record Newer(
            String id,
            String date,
            List<String> changes,
            @Nullable Boolean shipped) implements Listing.Item {

        public Newer {
            changes = List.copyOf(changes);
        }
    }

    /// STEP 1 to 4 of part 2.
    public record Step(
            String id,
            int number,
            String title,
            @JsonProperty("short") String shortTitle,
            String text) implements Listing.Item {}

    /// One or two stars of SECURITY ACTION: a declaration (宣言), never a certificate.
    public record Star(String id, int number, String title, String text) implements Listing.Item {}

    /// What a company is asked, and what it may do about its answers; `controlsByQuestion` keeps the order of the file.
    public record Questions(
            SelfDiagnosis selfDiagnosis,
            FiveArticles fiveArticles,
            CandidateControl.Catalogue controls,
            Map<String, List<CandidateControl>> controlsByQuestion) {

        public Questions {
            controlsByQuestion = Map.copyOf(controlsByQuestion);
        }

        static Questions of(SelfDiagnosis diagnosis, FiveArticles articles, CandidateControl.Catalogue controls) {
            return new Questions(
                    diagnosis,
                    articles,
                    controls,
                    controls.controls().stream()
                            .collect(Collectors.groupingBy(
                                    CandidateControl::question, Collectors.toUnmodifiableList())));
        }
    }

    /// Part 1 of the guideline: the owner's duties, how the state of the seven efforts is judged, and the laws.
    public record ForOwner(Owner owner, EffortRule.Judgements judgements, Laws laws) {}

    /// The id, for example `3.0`; an assessment remembers it for ever.
    public String id() {
        return about.id();
    }

    public SelfDiagnosis selfDiagnosis() {
        return questions.selfDiagnosis();
    }

    public FiveArticles fiveArticles() {
        return questions.fiveArticles();
    }

    /// All candidate controls; `source` and `basis` of the list stand in `questions().controls()`.
    public Listing<CandidateControl> controls() {
        return questions.controls().controls();
    }

    /// The candidate controls of one question of the self-diagnosis, in the order of the file; none for an unknown id.
    public List<CandidateControl> controlsFor(String questionId) {
        return questions.controlsByQuestion().getOrDefault(questionId, List.of());
    }

    public Owner owner() {
        return forOwner.owner();
    }

    /// How the state of each of the seven efforts is judged and said; same ids as `owner().efforts()`.
    public Listing<EffortRule.Judgement> judgements() {
        return forOwner.judgements().efforts();
    }

    public Laws laws() {
        return forOwner.laws();
    }

    public CompanyRules.Handbook handbook() {
        return rules.handbook();
    }

    /// Questions on the handbook.
    public CompanyRules.Quiz quiz() {
        return rules.quiz();
    }

    public CompanyRules.Regulations regulations() {
        return rules.regulations();
    }

    public CompanyRules.CheckItems checkItems() {
        return rules.checkItems();
    }

    /// All 55 check items in the order of their groups.
    public Listing<CompanyRules.CheckItem> allCheckItems() {
        return rules.allCheckItems();
    }

    /// The methods of the risk analysis, `3.0` first.
    public Listing<RiskMethod> riskMethods() {
        return analysis.methods();
    }

    /// What information is kept on, with the threats to it.
    public Listing<RiskMethod.Medium> media() {
        return analysis.threats().media();
    }

    public Listing<Appendix.Term> glossary() {
        return appendix.glossary().terms();
    }

    public Listing<Appendix.Industry> industries() {
        return appendix.industries().industries();
    }

    /// The same edition with industries that somebody else words.
    public Edition with(Listing<Appendix.Industry> industries) {
        return new Edition(about, questions, forOwner, rules, analysis, appendix.with(industries), documentTexts);
    }

    public Listing<Appendix.Prefecture> prefectures() {
        return appendix.prefectures().prefectures();
    }

    public Listing<Appendix.Reference> references() {
        return appendix.references().references();
    }

    public Appendix.StartingAssets startingAssets() {
        return appendix.startingAssets();
    }
}
