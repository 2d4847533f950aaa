package org.hoshimori.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.assessment.AssessmentFixtures;
import org.hoshimori.database.Database;
import org.hoshimori.desk.Applications;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.Role;
import org.hoshimori.trail.Trail;
import org.hoshimori.web.NotFound;
import org.jooq.impl.DSL;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// A company's way to its declaration, where numbers are given at once.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=immediate")
class DeclarationPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AssessmentFixtures assessments;

    @Autowired
    AccessFixtures access;

    @Autowired
    Applications applications;

    @Autowired
    Trail trail;

    @Autowired
    Organizations companies;

    @Autowired
    Declaring declaring;

    @Autowired
    DraftRepository drafts;

    @Autowired
    Database database;

    private Actor company() {
        return organizations.company("宣言" + System.nanoTime() + "株式会社");
    }

    private void pledge(Actor owner) throws Exception {
        var articles = page(get("/declaration"), owner, 200)
                .select("input[name=article]")
                .eachAttr("value");
        assertThat(articles).hasSize(5);
        mvc.perform(post("/declaration/pledges")
                        .param("article", articles.toArray(String[]::new))
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
    }

    private AbstractMockHttpServletRequestBuilder<?> form(String star) {
        return post("/declaration/form")
                .param("purpose", "new")
                .param("star", star)
                .param("name", "宣言" + System.nanoTime() + "株式会社")
                .param("kana", "せんげん")
                .param("holder", "company")
                .param("corporateNumber", "７００００１２０５０００２")
                .param("industry", "E")
                .param("prefecture", "13")
                .param("municipality", "みなと市")
                .param("town", "星見町")
                .param("person", "小川")
                .param("email", "info@minato.example");
    }

    @Test
    void one_star_is_declared_in_a_few_steps_and_the_number_stands_on_the_page() throws Exception {
        var owner = company();
        assertThat(page(get("/declaration"), owner, 200).select("a[href*='purpose=new']"))
                .isEmpty();
        pledge(owner);
        assertThat(page(get("/declaration"), owner, 200).select("a[href*='purpose=new']"))
                .hasSize(1);
        page(get("/declaration/form?purpose=new&star=1"), owner, 200);
        mvc.perform(form("1").param("holder", "sole-proprietor").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        var confirm = page(get("/declaration/confirm"), owner, 200);
        assertThat(confirm.select(".facts").text()).contains("センゲン").doesNotContain("new");
        page(agrees(confirm).with(request -> set(request, "agreed", "")), owner, 422);
        page(agrees(confirm).with(request -> set(request, "rules", "77")), owner, 422);
        mvc.perform(agrees(confirm).with(access.as(owner))).andExpect(redirectedUrl("/declaration"));
        var declared = applications.declarations(owner.organization());
        assertThat(declared).hasSize(1);
        var number = declared.getFirst().number();
        assertThat(page(get("/declaration"), owner, 200).select(".verified").text())
                .contains(number);
        assertThat(trail.newest(owner.organization(), null, Long.MAX_VALUE, 20))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("declaration-accepted"));
        shows(owner, number);
        stops(owner, number);
    }

    /// The confirmed form as a browser sends it.
    private static AbstractMockHttpServletRequestBuilder<?> agrees(Document confirm) {
        return post("/declaration/confirm")
                .param("rules", confirm.select("input[name=rules]").val())
                .param("version", confirm.select("input[name=version]").val())
                .param("agreed", "on");
    }

    private static MockHttpServletRequest set(MockHttpServletRequest request, String name, String value) {
        request.setParameter(name, value);
        return request;
    }

    private void declares(Actor owner) throws Exception {
        pledge(owner);
        mvc.perform(form("1")
                        .with(request -> set(request, "holder", "sole-proprietor"))
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        mvc.perform(agrees(page(get("/declaration/confirm"), owner, 200)).with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
    }

    private void shows(Actor owner, String number) throws Exception {
        assertThat(page(get("/declaration/marks"), owner, 200).text()).contains("/d/" + number);
        var sentence = "★の認定を取得しました".repeat(150);
        assertThat(page(post("/declaration/marks").param("sentence", sentence), owner, 200)
                        .select("p[role=status]")
                        .text())
                .contains("認定", "取得");
        assertThat(page(post("/declaration/marks").param("sentence", "　 "), owner, 200)
                        .select("p[role=status]"))
                .isEmpty();
        assertThat(page(get("/declaration/star.svg"), owner, 200).text()).contains("宣言");
        var picture = mvc.perform(get("/declaration/star.png").with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(picture, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    }

    private void stops(Actor owner, String number) throws Exception {
        page(get("/declaration/stop/" + number), organizations.company(), 404);
        page(post("/declaration/stop/" + number), organizations.company(), 404);
        var stepUp = page(get("/declaration/form?purpose=step-up&number=" + number), owner, 200);
        assertThat(stepUp.select("[type=radio][name=star]")).isEmpty();
        assertThat(stepUp.select("[name=star]").val()).isEqualTo("2");
        assertThat(stepUp.select("main").text()).contains("前に宣言した内容", number);
        page(get("/declaration/form?purpose=change&number=" + number), organizations.company(), 404);
        page(get("/declaration/stop/" + number), owner, 200);
        mvc.perform(post("/declaration/stop/" + number).with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        assertThat(page(get("/declaration"), owner, 200).text()).contains(number);
        page(get("/declaration/marks"), owner, 404);
    }

    @Test
    void only_what_was_shown_is_handed_in() throws Exception {
        var owner = company();
        pledge(owner);
        mvc.perform(form("1").with(access.as(owner)));
        var shown = page(get("/declaration/confirm"), owner, 200);
        mvc.perform(form("1").param("person", "別の人").with(access.as(owner)));
        assertThat(page(agrees(shown), owner, 422).select("#problems").text()).contains("内容が変わりました");
        assertThat(applications.of(owner.organization())).isEmpty();
    }

    @Test
    void an_unknown_kind_of_company_is_a_company() throws Exception {
        var owner = company();
        mvc.perform(form("1").with(request -> set(request, "holder", "xyz")).with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        assertThat(page(get("/declaration/confirm"), owner, 200)
                        .select(".facts")
                        .text())
                .contains("会社・団体");
        page(get("/declaration/draft.pdf"), owner, 200);
    }

    @Test
    void a_draft_is_not_lost_to_another_one_and_the_star_asked_for_wins() throws Exception {
        var owner = company();
        mvc.perform(form("1").param("draft", "1").with(access.as(owner)));
        assertThat(page(get("/declaration/form?purpose=new&star=2"), owner, 200)
                        .select("[name=star][checked]")
                        .val())
                .isEqualTo("2");
        var asked = page(get("/declaration/form?purpose=restart&number=123"), owner, 200);
        assertThat(asked.select("a[href=/declaration/form]")).hasSize(1);
        assertThat(drafts.draft(owner.organization())).isPresent();
        mvc.perform(post("/declaration/form/discard")
                        .param("purpose", "restart")
                        .param("number", "1&2")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/form?purpose=restart&number=1%262"));
        assertThat(drafts.draft(owner.organization())).isEmpty();
    }

    @Test
    void a_number_to_take_over_is_checked_before_anything_is_typed() throws Exception {
        var owner = company();
        var other = company();
        declares(owner);
        var own = applications.declarations(owner.organization()).getFirst().number();
        for (var wrong : new String[] {own, "99999999999", "<b>", ""}) {
            var refused = page(get("/declaration/transfer").param("number", wrong), owner, 422);
            assertThat(refused.select("#problems a").attr("href")).isEqualTo("#transfer-number");
        }
        mvc.perform(get("/declaration/form?purpose=transfer&number=" + own).with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/transfer?number=" + own));
        var wide = "　" + own.substring(0, 3) + "－" + own.substring(3);
        mvc.perform(get("/declaration/transfer").param("number", wide).with(access.as(other)))
                .andExpect(redirectedUrl("/declaration/form?purpose=transfer&number=" + own));
        assertThat(page(get("/declaration/form?purpose=transfer&number=" + own), other, 200)
                        .select("main")
                        .text())
                .contains(own);
    }

    @Test
    void every_current_declaration_stands_on_the_page_with_its_own_buttons() throws Exception {
        var owner = company();
        declares(owner);
        var own = applications.declarations(owner.organization()).getFirst().number();
        var other = company();
        declares(other);
        var taken = applications.declarations(other.organization()).getFirst();
        database.across(sql -> sql.execute(
                "UPDATE desk_declaration SET organization_id = {0} WHERE number = {1}",
                DSL.val(owner.organization().value()), DSL.val(taken.number())));
        var page = page(get("/declaration"), owner, 200);
        for (var number : new String[] {own, taken.number()}) {
            assertThat(page.select("a[href='/declaration/stop/" + number + "']"))
                    .hasSize(1);
            assertThat(page(get("/declaration/marks?number=" + number), owner, 200)
                            .text())
                    .contains("/d/" + number);
        }
    }

    @Test
    void a_wrong_form_comes_back_with_everything_typed() throws Exception {
        var owner = company();
        var page = page(
                form("1").param("score", "900").param("purpose", "x").param("policyUrl", "javascript:alert(1)"),
                owner,
                422);
        assertThat(page.select("#problems a").eachAttr("href")).contains("#score", "#policyUrl");
        assertThat(page.select("#town").val()).isEqualTo("星見町");
        assertThat(page.select("#policyUrl").val()).isEqualTo("javascript:alert(1)");
        var bare = page(
                post("/declaration/form").param("purpose", "new").param("corporateNumber", "123456789012"), owner, 422);
        assertThat(bare.select("#problems").text()).contains("いまは12けたです");
        mvc.perform(form("1")
                        .param("score", "−１２点")
                        .param("postalCode", "〒１０５－００１１")
                        .param("policyUrl", "https://minato.example/" + "p".repeat(470))
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        assertThat(page(form("2"), owner, 422).select("#problems a").eachAttr("href"))
                .containsExactly("#policyHow");
    }

    @Test
    void a_street_never_comes_where_the_public_reads_it() throws Exception {
        var owner = company();
        address(owner, "みなと市星見町1-2-3");
        var form = page(get("/declaration/form?purpose=new&star=1"), owner, 200);
        assertThat(form.select("#municipality").val()).isEqualTo("みなと市");
        assertThat(form.select("#town").val()).isEqualTo("星見町");
        assertThat(form.select("#street").val()).isEqualTo("1-2-3");
        address(owner, "私書箱9");
        form = page(get("/declaration/form?purpose=new&star=1"), owner, 200);
        assertThat(form.select("#municipality").val()).isEmpty();
        assertThat(form.select("#street").val()).isEqualTo("私書箱9");
        var refused = page(
                form("1").with(request -> {
                    request.setParameter("municipality", "みなと市星見町１−２");
                    return request;
                }),
                owner,
                422);
        assertThat(refused.select("#problems a").eachAttr("href")).contains("#municipality");
        for (var street : new String[] {"星見町１－２", "星見町1番", "星見町三番地", "星見町ビル２Ｆ", "星見町1丁目2の3"}) {
            refused = page(form("1").with(request -> set(request, "town", street)), owner, 422);
            assertThat(refused.select("#problems").text()).contains("番地と建物は、下の欄に入れてください。");
        }
        mvc.perform(form("1").with(request -> set(request, "town", "星見町１丁目")).with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
    }

    @Test
    void two_stars_need_a_closed_round_and_a_public_policy() throws Exception {
        var owner = company();
        mvc.perform(form("2").param("policyHow", "ホームページに載せている").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        var lacking = page(get("/declaration/confirm"), owner, 200);
        for (var way : new String[] {"/publication/address", "/publication", "/documents/basic-policy"}) {
            assertThat(lacking.select("main a[href=" + way + "]")).hasSize(1);
            page(get(way), owner, 200);
        }
        assertThat(lacking.select("input[name=agreed]")).isEmpty();
        page(post("/declaration/confirm").param("rules", "0").param("agreed", "on"), owner, 422);
        assessments.closed(owner);
        page(post("/publication/address").param("url", "ftp://x").param("seenOn", "2020-01-01"), owner, 422);
        var place = post("/publication/address")
                .param("url", "https://minato.example/policy")
                .param("seenOn", "2026-11-01");
        assertThat(page(place, owner, 422).select("#approved-error")).hasSize(1);
        mvc.perform(place.param("approved", "on")).andExpect(redirectedUrl("/declaration"));
        page(get("/publication/address"), owner, 200);
        mvc.perform(form("2")
                        .param("policyHow", "ホームページに載せている")
                        .param("result", "うその結果")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        mvc.perform(agrees(page(get("/declaration/confirm"), owner, 200)).with(access.as(owner)))
                .andExpect(status().isSeeOther());
        var id = applications.of(owner.organization()).getFirst().id();
        var result = applications.mine(owner.organization(), id).snapshot().get("result");
        assertThat(result).contains("第3.0版", "合計").doesNotContain("うその結果");
        assertThat(page(get("/declaration/applications/" + id), owner, 200).text())
                .contains(result);
        page(get("/declaration/applications/" + id), organizations.company(), 404);
        var pdf = mvc.perform(get("/declaration/applications/" + id + "/application.pdf")
                        .with(access.as(owner)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }

    @Test
    void declarations_made_elsewhere_are_kept_as_not_verified() throws Exception {
        var owner = company();
        page(post("/declaration/elsewhere").param("number", "").param("declaredOn", "3026-01-01"), owner, 422);
        mvc.perform(post("/declaration/elsewhere")
                        .param("number", "40123456789")
                        .param("star", "1")
                        .param("declaredOn", "2024-06-01")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        mvc.perform(post("/declaration/elsewhere")
                        .param("number", "４０１２３４５６７８９")
                        .param("star", "2")
                        .param("declaredOn", "2024-06-01")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        assertThat(drafts.elsewhere(owner.organization())).singleElement().satisfies(one -> assertThat(one.star())
                .isEqualTo(2));
        var page = page(get("/declaration"), owner, 200);
        assertThat(page.select("section[aria-labelledby=elsewhere]").text()).contains("40123456789", "ここでは確かめていません");
        var remove = page.select("form[action$=/remove]").attr("action");
        page(post(remove), organizations.company(), 404);
        mvc.perform(post(remove).with(access.as(owner))).andExpect(redirectedUrl("/declaration"));
    }

    @Test
    void the_sample_company_looks_around_and_never_declares() throws Exception {
        var sample =
                companies.found(new Organizations.Founding("見本株式会社", "社長", null, EnumSet.of(Role.OWNER), null, true));
        assertThat(page(get("/declaration"), sample, 200).select("main form")).isEmpty();
        mvc.perform(form("2").param("policyHow", "店に貼っている").with(access.as(sample)))
                .andExpect(redirectedUrl("/declaration/confirm"));
        assertThat(page(get("/declaration/confirm"), sample, 200).select("input[name=agreed]"))
                .isEmpty();
        var draft = drafts.draft(sample.organization()).orElseThrow();
        assertThatThrownBy(() -> declaring.handIn(sample, draft, 0)).isInstanceOf(NotFound.class);
        assertThat(applications.of(sample.organization())).isEmpty();
    }

    @Test
    void a_draft_waits_and_employees_may_only_look_where_they_may_read() throws Exception {
        var owner = company();
        mvc.perform(form("1").param("draft", "1").param("score", "900").with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration"));
        assertThat(page(get("/declaration/form"), owner, 200).select("#score").val())
                .isEqualTo("900");
        page(get("/declaration/draft.pdf"), owner, 200);
        pledge(owner);
        mvc.perform(post("/declaration/confirm")
                        .param("rules", "0")
                        .param("agreed", "on")
                        .with(access.as(owner)))
                .andExpect(redirectedUrl("/declaration/form"));
        assertThat(applications.of(owner.organization())).isEmpty();
        var inspector = organizations.person(owner, Role.INSPECTOR);
        assertThat(page(get("/declaration"), inspector, 200).select("form[action^=/declaration]"))
                .isEmpty();
        page(get("/declaration/form"), inspector, 403);
        page(get("/declaration"), organizations.person(owner, Role.EMPLOYEE), 403);
        mvc.perform(post("/declaration/form/discard").with(access.as(owner))).andExpect(redirectedUrl("/declaration"));
        page(get("/declaration/draft.pdf"), owner, 404);
    }

    private void address(Actor owner, String address) throws Exception {
        var form = page(get("/company"), owner, 200)
                .select("form[action=/company]")
                .first();
        var request = post("/company").with(access.as(owner));
        for (var field : java.util.Objects.requireNonNull(form).select("input[name], select[name], textarea[name]")) {
            var chosen = field.is("select") ? field.select("option[selected]").val() : field.val();
            if (!field.attr("name").equals("_csrf")
                    && (!field.is("[type=checkbox], [type=radio]") || field.hasAttr("checked"))) {
                request.param(
                        field.attr("name"),
                        switch (field.attr("name")) {
                            case "address" -> address;
                            case "prefecture" -> "13";
                            default -> chosen;
                        });
            }
        }
        mvc.perform(request).andExpect(status().is3xxRedirection());
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, Actor actor, int status) throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
