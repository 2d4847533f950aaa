package org.hoshimori.respondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.assessment.Assessments;
import org.hoshimori.assessment.Evidence;
import org.hoshimori.assessment.Respondent;
import org.hoshimori.assessment.RespondentId;
import org.hoshimori.assessment.Round;
import org.hoshimori.file.FileFixtures;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@HoshimoriTest
class EvidencePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssessmentFixtures fixtures;

    @Autowired
    Assessments assessments;

    @Autowired
    Evidence evidence;

    @Autowired
    Files files;

    Actor owner;
    Round round;
    Respondent opener;
    String path;

    @BeforeEach
    void a_round_has_begun() {
        owner = organizations.company();
        round = fixtures.open(owner);
        opener = fixtures.opener(owner, round);
        path = "/respondents/" + opener.id() + "/evidence/backup";
    }

    @Test
    void a_file_is_attached_listed_fetched_and_removed() throws Exception {
        send(owner, "控え.pdf", FileFixtures.pdf()).andExpect(redirectedUrl(path));
        var piece = evidence.of(owner.organization(), opener).getFirst();
        assertThat(html(mvc.perform(get(path).with(access.as(owner))))).contains("控え.pdf");
        assertThat(html(mvc.perform(get("/assessments/" + round.id()).with(access.as(owner)))))
                .contains("資料1件", path + "/" + piece.id());
        mvc.perform(get(path + "/" + piece.id()).with(access.as(owner)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(FileFixtures.pdf()))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        mvc.perform(post(path + "/" + piece.id() + "/remove").with(access.as(owner)))
                .andExpect(redirectedUrl(path));
        mvc.perform(post(path + "/" + piece.id() + "/remove").with(access.as(owner)))
                .andExpect(redirectedUrl(path));
        assertThat(evidence.of(owner.organization(), opener)).isEmpty();
        assertThat(files.find(owner.organization(), piece.file().id())).isEmpty();
    }

    @Test
    void a_file_that_is_not_taken_comes_back_with_a_sentence() throws Exception {
        refused("bill.pdf", FileFixtures.program(), "この種類のファイルは付けられません");
        refused("macro.docx", FileFixtures.wordWithMacro(), "マクロが入っていないか");
        refused("big.pdf", new byte[(int) Files.MOST + 1], "10MBを超えています");
        refused("empty.pdf", new byte[0], "ファイルを選んでください");
        assertThat(html(mvc.perform(multipart(path).with(access.as(owner))).andExpect(status().is(422))))
                .contains("ファイルを選んでください");
        assertThat(evidence.of(owner.organization(), opener)).isEmpty();
    }

    @Test
    void readers_fetch_it_and_nobody_else_finds_it() throws Exception {
        send(owner, "a.pdf", FileFixtures.pdf());
        var file = path + "/"
                + evidence.of(owner.organization(), opener).getFirst().id();
        mvc.perform(get(file).with(access.as(organizations.person(owner, Role.AUDITOR))))
                .andExpect(status().isOk());
        mvc.perform(get(file).with(access.as(organizations.person(owner, Role.EMPLOYEE))))
                .andExpect(status().isNotFound());
        mvc.perform(get(file).with(access.as(organizations.company()))).andExpect(status().isNotFound());
        mvc.perform(get(file.replace("backup", "antivirus")).with(access.as(owner)))
                .andExpect(status().isNotFound());
    }

    @Test
    void nobody_else_attaches_or_removes() throws Exception {
        send(owner, "a.pdf", FileFixtures.pdf());
        var file = path + "/"
                + evidence.of(owner.organization(), opener).getFirst().id();
        var employee = organizations.person(owner, Role.EMPLOYEE);
        send(employee, "b.pdf", FileFixtures.pdf()).andExpect(status().isNotFound());
        mvc.perform(get(path).with(access.as(employee))).andExpect(status().isNotFound());
        mvc.perform(post(file + "/remove").with(access.as(employee))).andExpect(status().isNotFound());
        send(organizations.person(owner, Role.AUDITOR), "b.pdf", FileFixtures.pdf())
                .andExpect(status().isForbidden());
        var stranger = organizations.company();
        var theirs = fixtures.opener(stranger, fixtures.open(stranger));
        mvc.perform(post("/respondents/" + theirs.id() + "/evidence/backup/" + file.substring(file.lastIndexOf('/') + 1)
                                + "/remove")
                        .with(access.as(stranger)))
                .andExpect(status().isNotFound());
        mvc.perform(post(file.replace("backup", "antivirus") + "/remove").with(access.as(owner)))
                .andExpect(status().isNotFound());
        assertThat(evidence.of(owner.organization(), opener)).hasSize(1);
        path = path.replace("backup", "no-such-question");
        send(owner, "a.pdf", FileFixtures.pdf()).andExpect(status().isNotFound());
    }

    @Test
    void whoever_is_taken_out_of_the_round_leaves_no_bytes_behind() throws Exception {
        var clerk = organizations.person(owner, Role.EMPLOYEE);
        var asked = assessments.add(
                owner,
                new Respondent(
                        RespondentId.next(),
                        round.id(),
                        Respondent.Kind.MEMBER,
                        "佐藤",
                        clerk.member(),
                        null,
                        null,
                        null));
        path = "/respondents/" + asked.id() + "/evidence/backup";
        send(clerk, "a.pdf", FileFixtures.pdf()).andExpect(redirectedUrl(path));
        var file = evidence.of(owner.organization(), asked).getFirst().file().id();
        mvc.perform(post("/assessments/" + round.id() + "/respondents/" + asked.id() + "/remove")
                        .with(access.as(owner)))
                .andExpect(status().isSeeOther());
        assertThat(files.content(owner.organization(), file)).isEmpty();
    }

    @Test
    void a_closed_round_keeps_its_files_as_they_are() throws Exception {
        send(owner, "a.pdf", FileFixtures.pdf());
        var piece = evidence.of(owner.organization(), opener).getFirst();
        fixtures.answerAll(owner, round, "partly");
        assessments.close(owner, round.id());
        send(owner, "b.pdf", FileFixtures.pdf()).andExpect(redirectedUrl("/assessments/" + round.id()));
        mvc.perform(post(path + "/" + piece.id() + "/remove").with(access.as(owner)))
                .andExpect(redirectedUrl("/assessments/" + round.id()));
        assertThat(evidence.of(owner.organization(), opener)).containsExactly(piece);
        mvc.perform(get(path + "/" + piece.id()).with(access.as(owner))).andExpect(status().isOk());
    }

    private void refused(String name, byte[] bytes, String sentence) throws Exception {
        var page = Jsoup.parse(html(send(owner, name, bytes).andExpect(status().is(422))));
        assertThat(page.select("#file-error").text()).contains(sentence);
    }

    private ResultActions send(Actor actor, String name, byte[] bytes) throws Exception {
        return mvc.perform(multipart(path)
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .with(access.as(actor)));
    }

    private static String html(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString();
    }
}
