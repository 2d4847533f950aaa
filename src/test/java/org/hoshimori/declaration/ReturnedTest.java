package org.hoshimori.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.desk.Applications;
import org.hoshimori.desk.DeskFixtures;
import org.hoshimori.desk.Life.Stage;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// What a company does with an application that waits or was returned.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=reviewed")
class ReturnedTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    DeskFixtures desk;

    @Autowired
    StaffFixtures staff;

    @Autowired
    AccessFixtures access;

    @Autowired
    Applications applications;

    private UUID waiting(Actor owner) {
        return ((Applications.Outcome.Waits) desk.handIn(owner.organization(), desk.facts())).application();
    }

    private void decides(UUID id, String move) throws Exception {
        var clerk = access.signedInCookie(staff.clerk(StaffRole.HEAD).email());
        mvc.perform(get("/desk/applications/" + id).cookie(clerk)).andExpect(status().isOk());
        mvc.perform(
                        post("/desk/applications/" + id)
                                .param("move", move)
                                .param("note", "町の名前を見直してください。")
                                .cookie(clerk)
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf()))
                .andExpect(status().is3xxRedirection());
    }

    private UUID returned(Actor owner) throws Exception {
        var id = waiting(owner);
        decides(id, "return");
        assertThat(applications.mine(owner.organization(), id).stage()).isEqualTo(Stage.RETURNED);
        return id;
    }

    @Test
    void what_was_decided_meanwhile_is_not_said_to_be_withdrawn() throws Exception {
        var owner = organizations.company();
        var id = waiting(owner);
        decides(id, "accept");
        for (var verb : new String[] {"withdraw", "review", "code"}) {
            var page = page(post("/declaration/applications/" + id + "/" + verb), owner, 422);
            assertThat(page.select("#problems").text()).contains("申込みの様子が変わっています");
            assertThat(page.select("#state")).hasSize(1);
        }
        assertThat(applications.declarations(owner.organization())).hasSize(1);
    }

    @Test
    void corrections_that_were_kept_stay_when_the_application_is_opened_again() throws Exception {
        var owner = organizations.company();
        var id = returned(owner);
        correct(owner, id);
        var form = page(get("/declaration/form"), owner, 200);
        assertThat(form.select("input[name=again]").val()).isEqualTo(id.toString());
        keep(owner, form, "town", "直した町").andExpect(redirectedUrl("/declaration"));
        correct(owner, id);
        assertThat(page(get("/declaration/form"), owner, 200).select("#town").val())
                .isEqualTo("直した町");
    }

    @Test
    void another_draft_is_not_lost_to_a_correction() throws Exception {
        var owner = organizations.company();
        var id = returned(owner);
        mvc.perform(post("/declaration/form")
                        .param("draft", "1")
                        .param("purpose", "new")
                        .param("town", "別の町")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        var asked = page(post("/declaration/applications/" + id + "/correct"), owner, 200);
        assertThat(asked.select("a[href=/declaration/form]")).hasSize(1);
        var discard = asked.select("form[action$=discard]");
        mvc.perform(post("/declaration/form/discard")
                        .param("purpose", "new")
                        .param("again", discard.select("[name=again]").val())
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/applications/" + id));
        correct(owner, id);
    }

    @Test
    void a_draft_outlives_the_application_that_it_corrected() throws Exception {
        var owner = organizations.company();
        var id = returned(owner);
        correct(owner, id);
        mvc.perform(post("/declaration/applications/" + id + "/withdraw").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        var form = page(get("/declaration/form"), owner, 200);
        assertThat(form.select("input[name=again]")).isEmpty();
        handsIn(owner, form);
        var second = applications.of(owner.organization()).getFirst();
        assertThat(second.stage()).isEqualTo(Stage.WAITING);
        decides(second.id(), "return");
        correct(owner, second.id());
        form = page(get("/declaration/form"), owner, 200);
        applications.withdraw(owner.organization(), second.id(), "港 一郎");
        handsIn(owner, form);
        assertThat(applications.of(owner.organization())).hasSize(3);
    }

    private void handsIn(Actor owner, Document form) throws Exception {
        var articles = page(get("/declaration"), owner, 200)
                .select("input[name=article]")
                .eachAttr("value");
        mvc.perform(post("/declaration/pledges")
                .param("article", articles.toArray(String[]::new))
                .with(access.as(owner)));
        var request = typed(form).param("corporateNumber", "7000012050002").with(access.as(owner));
        mvc.perform(request).andExpect(redirectedUrl("/declaration/confirm"));
        var confirm = page(get("/declaration/confirm"), owner, 200);
        mvc.perform(post("/declaration/confirm")
                        .param("rules", confirm.select("[name=rules]").val())
                        .param("version", confirm.select("[name=version]").val())
                        .param("agreed", "on")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
    }

    private void correct(Actor owner, UUID id) throws Exception {
        mvc.perform(post("/declaration/applications/" + id + "/correct").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/form"));
    }

    private org.springframework.test.web.servlet.ResultActions keep(
            Actor owner, Document form, String field, String value) throws Exception {
        form.select("#" + field).val(value);
        return mvc.perform(typed(form).param("draft", "1").with(access.as(owner)));
    }

    private static AbstractMockHttpServletRequestBuilder<?> typed(Document form) {
        var request = post("/declaration/form");
        for (var field : form.select("form[action=/declaration/form] [name]")) {
            var value = field.is("select") ? field.select("option[selected]").val() : field.val();
            if (!field.is("button, [type=radio]:not([checked]), [type=checkbox]:not([checked])")
                    && !(field.attr("name").equals("corporateNumber") && value.isEmpty())) {
                request.param(field.attr("name"), value);
            }
        }
        return request;
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
