package org.hoshimori.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.control.ControlTerms.Chosen;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What was finished since the last round is asked again in the next one.
@HoshimoriTest
class NextRoundAsksTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    ControlFixtures fixtures;

    @Autowired
    ControlRegister register;

    @Autowired
    Rounds rounds;

    @Test
    void a_finished_control_is_named_and_its_question_asked_with_the_earlier_answer() throws Exception {
        var owner = organizations.company();
        var closed = fixtures.closedRound(owner);
        assertThat(page("/assessments", owner).select("form .notice")).isEmpty();
        var backup = fixtures.control(owner, closed, "毎月写す", owner.member(), fixtures.today());
        // Said to a question that was answered well already: it is asked again all the same.
        var training = register.decide(
                        owner,
                        new ControlRegister.Weak(closed, "training"),
                        List.of(new Chosen(null, "年に一度の勉強会", "全員が集まる")),
                        new ControlTerms(owner.member(), LocalDate.of(2026, 12, 1), null, null))
                .getFirst();
        register.move(owner, backup.id(), DecidedControl.State.DONE, "");
        register.move(owner, training.id(), DecidedControl.State.DONE, "");
        var offer = page("/assessments", owner);
        assertThat(offer.select("form .notice li")).hasSize(2);
        assertThat(offer.select("form .notice").text()).contains("答えが上がるかもしれません");
        mvc.perform(post("/assessments")
                        .with(access.as(owner))
                        .param("name", "次の回")
                        .param("startedOn", fixtures.today().toString())
                        .param("asked", "weak"))
                .andExpect(status().isSeeOther());
        var next = rounds.open(owner.organization(), Round.SELF_DIAGNOSIS).orElseThrow();
        assertThat(next.asked()).contains("backup", "training", "antivirus").hasSize(4);
        assertThat(page("/assessments/" + next.id(), owner)
                        .select("#backup .earlier")
                        .text())
                .isEqualTo("前の回の答え：一部できている");
    }

    private Document page(String path, Actor actor) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(access.as(actor)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
