package org.hoshimori.respondent;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AnswerChange;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.Round;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.organization.Actor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Rounds, links and answers for tests of asking, made through the real verbs.
@Component
public class RespondentFixtures {

    private final Assessments assessments;
    private final Rounds rounds;
    private final Asking asking;
    private final AccessFixtures access;

    RespondentFixtures(Assessments assessments, Rounds rounds, Asking asking, AccessFixtures access) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.asking = asking;
        this.access = access;
    }

    Round open(Actor owner) {
        return assessments.open(
                owner,
                new Assessments.Opening(Round.SELF_DIAGNOSIS, "2026年秋", LocalDate.of(2026, 11, 20), null, null, null));
    }

    Respondent first(Actor owner, Round round) {
        return rounds.respondents(owner.organization(), round.id()).getFirst();
    }

    /// A link for a colleague who is asked two questions.
    Asking.Outcome.Asked link(Actor owner, Round round) {
        return (Asking.Outcome.Asked)
                asking.ask(owner, round, "佐藤 花子", List.of("backup", "wireless-lan"), Duration.ofDays(7));
    }

    static String path(Asking.Outcome.Asked asked) {
        return "/answer/" + Objects.requireNonNull(asked.token());
    }

    void says(Actor owner, Respondent respondent, String question, String answer) {
        assessments.answer(
                owner.organization(),
                owner.author(),
                respondent.id(),
                new AnswerChange(question, answer, false, null, null, 0));
    }

    /// Answers everything the same.
    void saysToAll(Actor owner, Respondent respondent, List<String> questions, String answer) {
        questions.forEach(question -> says(owner, respondent, question, answer));
    }

    MvcResult send(MockMvc mvc, Actor actor, String path, Map<String, String> fields) throws Exception {
        return mvc.perform(with(post(path), fields).with(access.as(actor))).andReturn();
    }

    static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, Map<String, String> fields) {
        fields.forEach(request::param);
        return request;
    }

    MvcResult read(MockMvc mvc, Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(access.as(actor))).andReturn();
    }

    static Document page(MvcResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }
}
