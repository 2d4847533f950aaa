package org.hoshimori.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.content.CompanyRules;
import org.hoshimori.content.Editions;
import org.hoshimori.control.ControlRegister;
import org.hoshimori.control.ControlRegister.Weak;
import org.hoshimori.control.ControlTerms;
import org.hoshimori.control.DecidedControl;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.risk.Analysis.Approach;
import org.hoshimori.risk.Approaches;
import org.hoshimori.risk.RiskAnswers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class CheckPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    Rounds rounds;

    @Autowired
    ControlRegister controls;

    @Autowired
    RiskAnswers answers;

    @Autowired
    Approaches approaches;

    @Autowired
    Editions editions;

    @Autowired
    StatementCount statements;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void the_answers_to_the_questions_are_candidates_and_never_overwrite() throws Exception {
        assessments.closed(owner, Map.of("backup", "partly", "screen-lock", "not"));
        answers.record(owner, Map.of("antivirus-used", 3));
        var page = page("/risks/check");
        assertThat(page.expectFirst("#backup-taken .body > p span").text()).contains("答えの候補：一部");
        assertThat(page.select("#antivirus-used button")).isEmpty();
        assertThat(page.select("#server-audit button")).isEmpty();
        send(Map.of("take", "unauthorised-use-prevented", "register-kept", "1"))
                .andExpect(redirectedUrl("/risks/check#unauthorised-use-prevented"));
        assertThat(answers.answers(owner.organization()))
                .isEqualTo(Map.of("antivirus-used", 3, "unauthorised-use-prevented", 3, "register-kept", 1));
        send(Map.of("take", "all")).andExpect(redirectedUrl("/risks/check"));
        assertThat(answers.answers(owner.organization()))
                .hasSize(44)
                .containsEntry("antivirus-used", 3)
                .containsEntry("backup-taken", 2)
                .containsEntry("fake-sites", 1);
        assertThat(page("/risks/check").select("button[name=take]")).isEmpty();
    }

    @Test
    void an_open_round_gives_candidates_as_long_as_none_is_closed() throws Exception {
        var round = assessments.open(owner);
        assessments.answer(owner, round, Map.of("screen-lock", "implemented"));
        assertThat(page("/risks/check").select("button[name=take]").eachAttr("value"))
                .containsExactly("all", "unauthorised-use-prevented");
    }

    @Test
    void the_check_items_are_candidates_for_the_questions_until_they_are_answered() throws Exception {
        answers.record(owner, Map.of("backup-taken", 1, "continuity-plan", 3, "suspicious-mail", 1));
        var round = assessments.open(owner);
        assessments.answer(owner, round, Map.of("mail-attachments", "not"));
        var page = page("/assessments/" + round.id());
        assertThat(page.select("button[name=mail-attachments]")).isEmpty();
        var button = page.select("button[name=backup]");
        assertThat(button.attr("value")).isEqualTo("partly");
        var form = page.expectFirst("form[data-diagnosis]");
        var request = post(form.attr("action")).with(csrf()).cookie(access.cookie(owner));
        form.select("input[type=hidden]").forEach(input -> request.param(input.attr("name"), input.val()));
        form.select("input[type=radio][checked]").forEach(input -> request.param(input.attr("name"), input.val()));
        mvc.perform(request.param(button.attr("name"), button.attr("value"))).andExpect(status().is3xxRedirection());
        assertThat(rounds.answers(owner.organization(), round.id()).stream()
                        .collect(Collectors.toMap(one -> one.question(), one -> one.answer())))
                .isEqualTo(Map.of("backup", "partly", "mail-attachments", "not"));
    }

    @Test
    void who_may_not_read_the_analysis_sees_no_candidate() throws Exception {
        answers.record(owner, Map.of("suspicious-mail", 1));
        var round = assessments.open(owner);
        assertThat(page("/assessments/" + round.id()).select("button[name=mail-attachments]"))
                .hasSize(1);
        var other = organizations.company();
        var theirs = assessments.open(other);
        assertThat(Jsoup.parse(mvc.perform(get("/assessments/" + theirs.id()).cookie(access.cookie(other)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8))
                        .select("button[name=mail-attachments]"))
                .isEmpty();
    }

    @Test
    void beside_an_item_stand_its_questions_and_regulation() throws Exception {
        var page = page("/risks/check");
        assertThat(page.select("#backup-taken details li").eachText())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("問い11");
        for (var link : page.select("#main a[href^=/documents/]").eachAttr("href")) {
            mvc.perform(get(link).cookie(access.cookie(owner))).andExpect(status().isOk());
        }
        assertThat(page.select("#main a[href^=/documents/]")).hasSize(11);
    }

    @Test
    void a_finished_control_asks_for_the_answer_of_its_item_and_never_changes_it_by_itself() throws Exception {
        answers.record(owner, Map.of("backup-taken", 3));
        var control = controls.decide(
                        owner,
                        Weak.item("backup-taken"),
                        List.of(new ControlTerms.Chosen("backup-taken", "外付けディスクに写す", null)),
                        new ControlTerms(owner.member(), LocalDate.of(2027, 1, 31), null, null))
                .getFirst();
        assertThat(page("/risks/check").select("#backup-taken button")).isEmpty();
        controls.move(owner, control.id(), DecidedControl.State.DONE, "");
        var item = page("/risks/check").expectFirst("#backup-taken");
        assertThat(item.select(".notice").text())
                .startsWith("対策「外付けディスクに写す」が終わりました。")
                .contains("直しますか");
        assertThat(answers.answers(owner.organization())).containsEntry("backup-taken", 3);
        assertThat(page("/controls/" + control.id()).select(".notice a").eachAttr("href"))
                .contains("/risks/check#backup-taken");
        var button = item.expectFirst("button[name=done]");
        send(Map.of("backup-taken", "3", "done", button.attr("value")))
                .andExpect(redirectedUrl("/risks/check#backup-taken"));
        assertThat(answers.answers(owner.organization())).containsEntry("backup-taken", 1);
        assertThat(page("/risks/check").select("button[name=done]")).isEmpty();
        send(Map.of("done", "logs-kept"));
        assertThat(answers.answers(owner.organization())).hasSize(1);
    }

    @Test
    void the_result_shows_the_golden_rates_and_the_need_for_each_chapter() throws Exception {
        var groups = editions.standard(Locale.JAPANESE).checkItems().groups().stream()
                .toList();
        say(groups.get(0), List.of(1, 1, 2, 3));
        say(groups.get(1), List.of(1, 3, 3));
        say(groups.get(2), List.of(1, 3, 3, 3, 3, 3, 3));
        say(groups.get(3), List.of(1, 1, 1, 1, 1));
        var rows = page("/risks/result").expectFirst("#main table").select("tbody tr");
        assertThat(rows.select("td:nth-child(3)").eachText()).startsWith("62.5 %", "33.3 %", "14.3 %", "100.0 %");
        assertThat(rows.select("td:nth-child(4)").eachText()).startsWith("◎ 必ず", "◎ 必ず", "○ 当てはまれば");
    }

    @Test
    void the_result_shows_both_approaches() throws Exception {
        assets.add(owner, AssetFixtures.row("図面", "", "office-pc", 2));
        var rest = assets.add(owner, AssetFixtures.row("名簿", "", "office-pc", 2));
        approaches.choose(owner, List.of(rest.id()), Approach.BASELINE);
        answers.record(owner, Map.of("backup-taken", 2));
        assertThat(page("/risks/result")
                        .select("#approach ~ .table-box tbody tr")
                        .eachText())
                .containsExactly("くわしく分析 1件 大 1件、中 0件、小 0件", "基本の対策でみる 1件 55項目の実施率 0.9 %");
    }

    @Test
    void pages_stay_within_their_budget_and_an_auditor_takes_nothing_over() throws Exception {
        assessments.closed(owner, "partly");
        var cookie = access.cookie(organizations.person(owner, Role.AUDITOR));
        for (var path : List.of("/risks/check", "/risks/result")) {
            assertThat(statements.of(() -> mvc.perform(get(path).cookie(cookie)).andExpect(status().isOk())))
                    .as(path)
                    .isLessThanOrEqualTo(12);
        }
        mvc.perform(post("/risks/check").with(csrf()).cookie(cookie).param("take", "all"))
                .andExpect(status().isForbidden());
        assertThat(answers.answers(owner.organization())).isEmpty();
    }

    private void say(CompanyRules.CheckGroup group, List<Integer> figures) {
        var said = new HashMap<String, Integer>();
        var items = group.items().stream().toList();
        for (var place = 0; place < figures.size(); place++) {
            said.put(items.get(place).id(), figures.get(place));
        }
        answers.record(owner, said);
    }

    private ResultActions send(Map<String, String> sent) throws Exception {
        var request = post("/risks/check").with(csrf()).cookie(access.cookie(owner));
        sent.forEach(request::param);
        return mvc.perform(request);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).cookie(access.cookie(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
