package org.hoshimori.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hoshimori.content.ContentFixtures.ENGLISH;
import static org.hoshimori.content.ContentFixtures.JAPANESE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;
import org.hoshimori.content.CompanyRules.CheckGroup;
import org.hoshimori.content.CompanyRules.CheckItem;
import org.hoshimori.content.SelfDiagnosis.Answer;
import org.hoshimori.content.SelfDiagnosis.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What edition 3.0 says, counted and compared with the printed guideline: a lost line fails here.
class StandardEditionTest {

    private final SelfDiagnosis diagnosis = JAPANESE.selfDiagnosis();

    @Test
    void the_edition_is_that_of_march_2019_with_four_steps_and_two_stars() {
        assertThat(JAPANESE.id()).isEqualTo("3.0");
        assertThat(JAPANESE.about().published()).isEqualTo(LocalDate.of(2019, 3, 19));
        assertThat(JAPANESE.about().steps())
                .extracting(Edition.Step::title)
                .containsExactly("できるところから始める", "組織的な取り組みを開始する", "本格的に取り組む", "より強固にするための方策");
        assertThat(JAPANESE.about().stars()).extracting(Edition.Star::title).containsExactly("一つ星", "二つ星");
        assertThat(JAPANESE.about().newer()).extracting(Edition.Newer::id).containsExactly("3.1", "4.0");
    }

    @Test
    void the_self_diagnosis_has_25_questions_5_and_13_and_7() {
        assertThat(diagnosis.title()).isEqualTo("5分でできる！情報セキュリティ自社診断");
        assertThat(diagnosis.questions())
                .extracting(Question::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(diagnosis.parts())
                .extracting(SelfDiagnosis.Part::title)
                .containsExactly("基本的対策", "従業員としての対策", "組織としての対策");
        assertThat(diagnosis.parts())
                .extracting(part -> diagnosis.questionsOf(part).size())
                .containsExactly(5, 13, 7);
        assertThat(diagnosis.questionsOf(diagnosis.part("staff")))
                .extracting(Question::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(6, 18).boxed().toList());
    }

    @Test
    void an_answer_is_worth_4_2_0_or_minus_1_points() {
        assertThat(diagnosis.scale())
                .extracting(Answer::id, Answer::official, Answer::points)
                .containsExactly(
                        tuple("implemented", "実施している", 4),
                        tuple("partly", "一部実施している", 2),
                        tuple("not", "実施していない", 0),
                        tuple("unknown", "わからない", -1));
        assertThat(diagnosis.highestTotal()).isEqualTo(100);
        assertThat(diagnosis.answer("unknown").points()).isEqualTo(-1);
        assertThat(diagnosis.notApplicable().answer()).isEqualTo("implemented");
        assertThat(diagnosis.notApplicable().own()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "99, 1", "70, 1", "69, 2", "50, 2", "49, 3", "0, 3", "-25, 3"})
    void a_band_begins_and_ends_exactly_here(int total, int band) {
        assertThat(diagnosis.band(total)).isEqualTo(diagnosis.bands().get(band));
    }

    @Test
    void a_total_that_cannot_be_reached_has_no_band() {
        assertThat(diagnosis.bands()).hasSize(4);
        assertThatThrownBy(() -> diagnosis.band(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> diagnosis.band(-26)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void questions_are_found_by_id_and_an_unknown_id_is_a_bug_or_nothing() {
        assertThat(diagnosis.question("backup").number()).isEqualTo(11);
        assertThat(diagnosis.questions().find("backups")).isEmpty();
        assertThatThrownBy(() -> diagnosis.question("backups"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("backups");
    }

    @Test
    void beside_the_aged_question_8_stands_the_better_way_of_today() {
        assertThat(diagnosis.question("mail-content-protection").number()).isEqualTo(8);
        assertThat(diagnosis.question("mail-content-protection").today()).isNotBlank();
    }

    @Test
    void there_are_five_articles_each_with_the_question_of_the_same_number() {
        FiveArticles articles = JAPANESE.fiveArticles();

        assertThat(articles.title()).isEqualTo("情報セキュリティ5か条");
        assertThat(articles.articles())
                .extracting(FiveArticles.Article::number, FiveArticles.Article::id, FiveArticles.Article::title)
                .containsExactly(
                        tuple(1, "keep-software-up-to-date", "OSやソフトウェアは常に最新の状態にしよう！"),
                        tuple(2, "use-antivirus", "ウイルス対策ソフトを導入しよう！"),
                        tuple(3, "strengthen-passwords", "パスワードを強化しよう！"),
                        tuple(4, "review-sharing", "共有設定を見直そう！"),
                        tuple(5, "know-the-threats", "脅威や攻撃の手口を知ろう！"));
        assertThat(articles.articles()).allSatisfy(article -> assertThat(
                        diagnosis.question(article.question()).number())
                .isEqualTo(article.number()));
    }

    @Test
    void every_question_has_three_candidate_controls_and_every_company_size_two() {
        assertThat(diagnosis.questions()).allSatisfy(question -> {
            List<CandidateControl> controls = JAPANESE.controlsFor(question.id());
            assertThat(controls).as(question.id()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(CandidateControl.SIZES)
                    .allSatisfy(size -> assertThat(controls.stream().filter(control -> control.fits(size)))
                            .as(question.id() + " for a company of " + size)
                            .hasSizeGreaterThanOrEqualTo(2));
        });
        assertThat(JAPANESE.controlsFor("unheard-of")).isEmpty();
        assertThat(JAPANESE.questions().controls().own()).isTrue();
    }

    @Test
    void every_question_says_why_and_leads_to_the_handbook_a_chapter_and_check_items() {
        assertThat(diagnosis.questions()).allSatisfy(question -> {
            assertThat(List.of(question.why(), question.harm(), question.whoKnows()))
                    .as(question.id())
                    .noneMatch(String::isBlank);
            assertThat(question.links().handbook()).as(question.id()).isNotBlank();
            assertThat(question.links().regulations()).as(question.id()).isNotEmpty();
            assertThat(question.links().checkItems()).as(question.id()).isNotEmpty();
            assertThat(question.links().article() != null).as(question.id()).isEqualTo(question.number() <= 5);
        });
    }

    /// The list at the end of the guideline, and the two words that it explains in passing.
    @Test
    void the_glossary_has_all_terms_of_the_guidelines_list() {
        assertThat(JAPANESE.glossary().stream().map(Appendix.Term::term))
                .contains(
                        "インシデント",
                        "可用性",
                        "完全性",
                        "機密性",
                        "クラウドサービス",
                        "個人情報",
                        "特定個人情報",
                        "サイバーセキュリティ",
                        "情報セキュリティ",
                        "情報セキュリティに関連した保険商品");
    }

    @Test
    void the_check_has_55_items_in_the_groups_of_the_11_chapters() {
        assertThat(JAPANESE.regulations().chapters()).hasSize(11);
        assertThat(JAPANESE.checkItems().groups())
                .extracting(CheckGroup::id)
                .containsExactlyElementsOf(JAPANESE.regulations().chapters().stream()
                        .map(CompanyRules.Chapter::id)
                        .toList());
        assertThat(JAPANESE.checkItems().groups())
                .extracting(group -> group.items().size())
                .containsExactly(4, 3, 7, 5, 4, 10, 10, 3, 3, 3, 3);
        assertThat(JAPANESE.allCheckItems())
                .extracting(CheckItem::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 55).boxed().toList());
        assertThat(JAPANESE.allCheckItems().named("backup-taken").number()).isEqualTo(13);
    }

    @Test
    void the_handbook_covers_every_question_exactly_once() {
        assertThat(JAPANESE.handbook().sections()).hasSize(11);
        assertThat(JAPANESE.handbook().sections().named("all-company-rules").title())
                .isEqualTo("全社基本ルール");
        assertThat(JAPANESE.handbook().sections().stream().flatMap(section -> section.questions().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        diagnosis.questions().stream().map(Question::id).toList());
    }

    @Test
    void the_owners_part_is_complete() {
        Owner owner = JAPANESE.owner();

        assertThat(owner.disadvantages())
                .extracting(Owner.Disadvantage::title)
                .containsExactly("金銭の損失", "顧客の喪失", "業務の停滞", "従業員への影響");
        assertThat(owner.cases()).hasSize(3);
        assertThat(owner.principles()).hasSize(3);
        assertThat(owner.efforts()).hasSize(7);
        assertThat(owner.governanceCycle())
                .extracting(Owner.GovernanceStep::id)
                .containsExactly("direct", "monitor", "evaluate", "report", "oversee");
        assertThat(owner.sections()).hasSize(15);
        assertThat(owner.worries()).isNotEmpty().allMatch(Owner.Worry::own);
    }

    @Test
    void every_effort_has_a_rule_of_our_own_for_its_state() {
        assertThat(JAPANESE.judgements())
                .extracting(EffortRule.Judgement::id)
                .containsExactlyElementsOf(JAPANESE.owner().efforts().stream()
                        .map(Owner.Effort::id)
                        .toList());
        assertThat(JAPANESE.judgements().named("review-ordered").rule()).isEqualTo(new EffortRule.RoundAge(12, 24));
        assertThat(JAPANESE.judgements().named("overall-policy").rule())
                .isEqualTo(new EffortRule.PolicyDocumentInForce());
        assertThat(JAPANESE.judgements().named("latest-trends").rule())
                .isEqualTo(new EffortRule.Answers(List.of("threat-awareness")));
        assertThat(JAPANESE.forOwner().judgements().own()).isTrue();
    }

    @Test
    void a_printed_penalty_never_stands_beside_todays_article_without_todays_penalty() {
        assertThat(JAPANESE.laws().laws()).isNotEmpty();
        assertThat(JAPANESE.laws().laws().stream().flatMap(law -> law.articles().stream()))
                .noneMatch(article -> article.printedPenalty() != null
                        && article.todayArticle() != null
                        && article.todayPenalty() == null);
        assertThat(JAPANESE.laws()
                        .laws()
                        .named("personal-information")
                        .articles()
                        .named("safety-measures")
                        .todayArticle())
                .isEqualTo("第23条");
    }

    @Test
    void there_are_47_prefectures_and_the_industries_a_to_t() {
        assertThat(JAPANESE.prefectures())
                .extracting(Appendix.Prefecture::code)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 47)
                        .mapToObj(code -> String.format("%02d", code))
                        .toList());
        assertThat(JAPANESE.industries())
                .extracting(Appendix.Industry::code)
                .containsExactlyElementsOf(IntStream.rangeClosed('A', 'T')
                        .mapToObj(Character::toString)
                        .toList());
        assertThat(JAPANESE.prefectures().named("tokyo").title()).isEqualTo("東京都");
        assertThat(ENGLISH.prefectures().named("tokyo").title()).isEqualTo("Tokyo");
    }

    @Test
    void both_languages_have_the_same_ids_numbers_and_points() {
        assertThat(ids(ENGLISH)).isEqualTo(ids(JAPANESE)).hasSizeGreaterThan(200);
        assertThat(ENGLISH.selfDiagnosis().scale())
                .extracting(Answer::points)
                .isEqualTo(diagnosis.scale().stream().map(Answer::points).toList());
        assertThat(ENGLISH.selfDiagnosis().question("backup").links())
                .isEqualTo(diagnosis.question("backup").links());
    }

    @Test
    void no_japanese_is_left_in_the_english_edition() {
        assertThat(EnglishOverlay.isJapanese(ENGLISH.toString())).isFalse();
        assertThat(EnglishOverlay.isJapanese(JAPANESE.toString())).isTrue();
    }

    @Test
    void lists_cannot_be_changed() {
        assertThatThrownBy(() -> diagnosis.questions().removeFirst()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> JAPANESE.controlsFor("backup").clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void thereAre21ThreatsInTheOfficialCounts() {
        assertThat(JAPANESE.media())
                .extracting(medium -> medium.title() + " " + medium.threats().size())
                .containsExactly("書類 4", "可搬電子媒体 4", "事務所PC 5", "モバイル機器 3", "社内サーバー 3", "社外サーバー 2");
        assertThat(JAPANESE.media().stream()
                        .flatMap(medium -> medium.threats().stream())
                        .filter(RiskMethod.Threat::own))
                .hasSize(21);
    }

    @Test
    void bothMethodsAreRead() {
        assertThat(JAPANESE.riskMethods()).extracting(RiskMethod::id).containsExactly("3.0", "3.1");
        assertThat(JAPANESE.riskMethods().named("3.1").levels())
                .extracting(level -> level.title() + " " + level.from() + "-" + level.to())
                .containsExactly("大 6-9", "中 4-4", "小 1-3");
    }

    private static Set<String> ids(Edition edition) {
        Set<String> ids = new HashSet<>();
        for (Listing<?> list : List.of(
                edition.selfDiagnosis().questions(),
                edition.fiveArticles().articles(),
                edition.controls(),
                edition.allCheckItems(),
                edition.handbook().sections(),
                edition.owner().worries(),
                edition.laws().laws(),
                edition.glossary(),
                edition.references())) {
            list.forEach(item -> ids.add(item.id()));
        }
        return ids;
    }
}
