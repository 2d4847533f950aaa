package org.hoshimori.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.Today;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.Asset;
import org.hoshimori.asset.Assets;
import org.hoshimori.database.Database;
import org.hoshimori.document.Documents;
import org.hoshimori.organization.Actor;
import org.hoshimori.risk.RiskAnalysis;
import org.hoshimori.risk.RiskAnswers;
import org.hoshimori.risk.RiskLevel;
import org.hoshimori.treatment.Treatments;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The later steps of the sample company are alive too: register, risks, documents.
@HoshimoriTest
class SampleRegisterTest {

    @Autowired
    SampleBuilding building;

    @Autowired
    Database database;

    @Autowired
    Assets assets;

    @Autowired
    RiskAnswers answers;

    @Autowired
    RiskAnalysis risks;

    @Autowired
    Treatments treatments;

    @Autowired
    Documents documents;

    @Autowired
    AccessFixtures access;

    @Autowired
    MockMvc mvc;

    Actor owner;

    @BeforeEach
    void sample() {
        var begun = System.nanoTime();
        owner = database.across(_ -> building.build(SampleFile.shipped(), Locale.JAPANESE));
        System.out.println(
                "sample built in " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    @Test
    void the_register_has_risks_of_every_level_and_an_answer_to_every_item() {
        var rows = assets.all(owner.organization());
        assertThat(rows).hasSize(26);
        assertThat(rows.getFirst().name()).isEqualTo("社員名簿");
        assertThat(rows.get(0).keeping().kin()).isEqualTo(rows.get(1).keeping().kin());
        assertThat(rows).extracting(Asset::department).contains("総務部", "営業部", "製造部");
        assertThat(answers.answers(owner.organization())).hasSize(55);
        var analysis = risks.of(owner.organization(), Locale.JAPANESE);
        for (var level : RiskLevel.values()) {
            assertThat(analysis.count(level)).as(level.name()).isPositive();
        }
    }

    @Test
    void risks_are_treated_in_every_way_and_one_acceptance_has_run_out() throws Exception {
        var due = treatments.due(owner.organization(), Today.inJapan());
        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.names()).containsExactly("工作機械の設定データ");
            assertThat(one.expired(Today.inJapan())).isTrue();
        });
        mvc.perform(get("/").with(access.as(owner)))
                .andExpect(content().string(containsString("期限を過ぎた約束が、1件あります")))
                .andExpect(content().string(containsString("「工作機械の設定データ」の扱い方を、もう一度決める（期限切れ）")));
        mvc.perform(get("/risks/report").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("低減")))
                .andExpect(content().string(containsString("保有")))
                .andExpect(content().string(containsString("回避")))
                .andExpect(content().string(containsString("見本損害保険")))
                .andExpect(content().string(containsString("60,000")));
    }

    @Test
    void the_policy_binds_the_handbook_is_handed_out_and_a_regulation_is_in_work() throws Exception {
        assertThat(documents.inForce(owner.organization(), "basic-policy")).isPresent();
        assertThat(documents.inForce(owner.organization(), "handbook")).isPresent();
        assertThat(documents.inForce(owner.organization(), "regulation-access-control"))
                .isEmpty();
        assertThat(documents.standing(owner.organization()))
                .extracting(standing -> standing.template(), standing -> standing.revision() == null)
                .contains(tuple("regulation-access-control", true));
        mvc.perform(get("/handouts/handbook").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("見本 社員")));
    }

    @Test
    void pages_and_the_workbook_say_that_it_is_a_sample() throws Exception {
        for (var page : List.of(
                "/assets", "/risks", "/risks/report", "/risks/result", "/documents", "/documents/basic-policy")) {
            mvc.perform(get(page).with(access.as(owner)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("見本")));
        }
        mvc.perform(get("/assets/workbook").with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("%E8%A6%8B%E6%9C%AC")));
    }
}
