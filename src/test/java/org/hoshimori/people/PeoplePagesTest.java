package org.hoshimori.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.Department;
import org.hoshimori.organization.DepartmentId;
import org.hoshimori.organization.Departments;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@HoshimoriTest
class PeoplePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures fixtures;

    @Autowired
    AccessFixtures access;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @ParameterizedTest
    @CsvSource({
        "/people,         security-lead, 200",
        "/people,         auditor,       200",
        "/people,         employee,      403",
        "/people/new,     auditor,       403",
        "/people/codes,   trainer,       403",
        "/people/codes,   security-lead, 200",
        "/departments,    auditor,       200",
        "/departments,    employee,      403",
        "/permissions,    employee,      200",
        "/company,        auditor,       200",
        "/company,        employee,      403",
        "/trail,          auditor,       200",
        "/trail,          trainer,       403",
        "/trail.csv,      employee,      403"
    })
    void each_page_opens_for_the_roles_of_the_table(String path, String role, int expected) throws Exception {
        var person = fixtures.person(fixtures.company(), Role.of(role).orElseThrow());
        mvc.perform(get(path).with(access.as(person))).andExpect(status().is(expected));
    }

    @Test
    void a_person_is_added_found_changed_and_recorded_as_having_left() throws Exception {
        var owner = fixtures.company();
        mvc.perform(post("/people")
                        .with(access.as(owner))
                        .param("name", " 山田 花子 ")
                        .param("email", "")
                        .param("roles", "trainer", "inspector"))
                .andExpect(status().is3xxRedirection());
        var added = people.some(owner.organization(), "山田花子", null, 9).getFirst();
        assertThat(added.name()).isEqualTo("山田 花子");
        assertThat(added.roles()).containsExactlyInAnyOrder(Role.TRAINER, Role.INSPECTOR);
        assertThat(html(owner, get("/people").param("search", "花子"), 200).select(".rows .title"))
                .hasSize(1);
        var page = html(owner, get("/people/" + added.id()), 200);
        assertThat(page.text()).contains(added.personalCode());
        assertThat(page.select("form[action=/people/" + added.id() + "/invitation]"))
                .hasSize(1);
        assertThat(page.select("form[action=/people/" + added.id() + "/reset]")).hasSize(1);
        mvc.perform(post("/people/" + added.id() + "/leave").with(access.as(owner)))
                .andExpect(redirectedUrl("/people"));
        html(owner, get("/people/" + added.id()), 404);
    }

    @Test
    void a_person_without_a_name_comes_back_with_what_was_typed() throws Exception {
        var owner = fixtures.company();
        var page = html(
                owner,
                post("/people")
                        .param("name", "")
                        .param("jobTitle", "<script>課長")
                        .param("email", "花子")
                        .param("roles", "trainer"),
                422);
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactlyInAnyOrder("#name", "#email");
        assertThat(page.select("#jobTitle").val()).isEqualTo("<script>課長");
        assertThat(page.select("input[name=roles][checked]").eachAttr("value")).containsExactly("trainer");
        assertThat(people.all(owner.organization())).hasSize(1);
    }

    @Test
    void a_lead_neither_makes_nor_changes_an_owner_not_even_with_a_forged_form() throws Exception {
        var owner = fixtures.company();
        var lead = fixtures.person(owner, Role.SECURITY_LEAD);
        assertThat(html(lead, get("/people/new"), 200).select("input[value=owner]"))
                .isEmpty();
        assertThat(html(lead, get("/people/" + owner.member()), 200).select("input[name=name]"))
                .isEmpty();
        html(lead, post("/people").param("name", "友人").param("roles", "owner"), 422);
        html(lead, post("/people/" + lead.member()).param("name", "私").param("roles", "owner"), 422);
        html(lead, post("/people/" + owner.member() + "/leave"), 422);
        assertThat(people.member(owner.organization(), owner.member()).roles()).containsExactly(Role.OWNER);
        assertThat(people.member(owner.organization(), lead.member()).roles()).containsExactly(Role.SECURITY_LEAD);
    }

    @Test
    void the_last_owner_is_told_why_leaving_is_not_possible() throws Exception {
        var owner = fixtures.company();
        var page = html(owner, post("/people/" + owner.member() + "/leave"), 422);
        assertThat(page.select("[role=alert] a").text()).contains("最後の経営者");
        assertThat(page.select("#leave").hasAttr("open")).isTrue();
    }

    @Test
    void another_companys_people_and_departments_are_not_found() throws Exception {
        var owner = fixtures.company();
        var stranger = fixtures.company();
        var place = departments.add(owner, new Department(DepartmentId.next(), null, Department.Kind.SITE, "本社"));
        for (var path : new String[] {"/people/" + owner.member(), "/departments/" + place.id()}) {
            html(stranger, get(path), 404);
            html(stranger, post(path).param("name", "名前").param("kind", "site"), 404);
        }
        html(stranger, post("/people/" + owner.member() + "/leave"), 404);
        html(stranger, post("/departments/" + place.id() + "/remove"), 404);
        html(
                stranger,
                post("/people")
                        .param("name", "名前")
                        .param("department", place.id().toString()),
                404);
        html(stranger, get("/people/not-an-id"), 404);
        assertThat(departments.all(owner.organization())).containsExactly(place);
    }

    @Test
    void departments_are_added_moved_and_removed_when_empty() throws Exception {
        var owner = fixtures.company();
        mvc.perform(post("/departments")
                        .with(access.as(owner))
                        .param("name", "本社")
                        .param("kind", "site"))
                .andExpect(redirectedUrl("/departments"));
        var site = departments.all(owner.organization()).getFirst();
        mvc.perform(post("/departments")
                        .with(access.as(owner))
                        .param("name", "営業部")
                        .param("kind", "department")
                        .param("parent", site.id().toString()))
                .andExpect(redirectedUrl("/departments"));
        assertThat(html(owner, get("/departments"), 200)
                        .select(".people-tree li[data-depth=1]")
                        .text())
                .contains("営業部");
        var refused = html(owner, post("/departments/" + site.id() + "/remove"), 422);
        assertThat(refused.select("[role=alert] a").attr("href")).isEqualTo("#remove");
        var itself = html(
                owner,
                post("/departments/" + site.id())
                        .param("name", "新本社")
                        .param("kind", "site")
                        .param("parent", site.id().toString()),
                422);
        assertThat(itself.select("#name").val()).isEqualTo("新本社");
        html(owner, post("/departments").param("name", " "), 422);
    }

    @Test
    void more_than_fifty_people_come_page_by_page() throws Exception {
        var owner = fixtures.company();
        for (var number = 0; number < 55; number++) {
            fixtures.person(owner, Role.EMPLOYEE);
        }
        var first = html(owner, get("/people"), 200);
        assertThat(first.select(".rows > li")).hasSize(50);
        var next = first.select("a[href^=/people?after=]").attr("href");
        var second = html(owner, get(URI.create(next)), 200);
        assertThat(second.select(".rows > li")).hasSize(6);
        assertThat(second.select("a[href^=/people?after=]")).isEmpty();
    }

    @Test
    void a_form_sent_twice_adds_one() throws Exception {
        var owner = fixtures.company();
        var person =
                html(owner, get("/people/new"), 200).select("input[name=id]").val();
        var place =
                html(owner, get("/departments"), 200).select("input[name=id]").val();
        for (var time = 0; time < 2; time++) {
            mvc.perform(post("/people")
                            .with(access.as(owner))
                            .param("id", person)
                            .param("name", "山田"))
                    .andExpect(redirectedUrl("/people/" + person));
            mvc.perform(post("/departments")
                            .with(access.as(owner))
                            .param("id", place)
                            .param("name", "本社")
                            .param("kind", "site"))
                    .andExpect(redirectedUrl("/departments"));
        }
        assertThat(people.all(owner.organization())).hasSize(2);
        assertThat(departments.all(owner.organization())).hasSize(1);
    }

    @Test
    void the_hint_shows_where_one_person_holds_everything() throws Exception {
        var owner = fixtures.company();
        assertThat(html(owner, get("/people"), 200).select(".notice.warn")).isEmpty();
        mvc.perform(post("/people/" + owner.member())
                        .with(access.as(owner))
                        .param("name", owner.name())
                        .param("roles", "owner", "security-lead", "system-admin", "trainer", "inspector"))
                .andExpect(redirectedUrl("/people"));
        assertThat(html(owner, get("/people"), 200).select(".notice.warn").text())
                .contains("港 一郎さんに");
    }

    @Test
    void the_table_of_permissions_says_in_words_what_the_code_grants() throws Exception {
        var page = html(fixtures.company(), get("/permissions"), 200);
        var rows = page.select(".people-permissions tbody tr");
        assertThat(rows).hasSize(Permission.values().length);
        for (var permission : Permission.values()) {
            var cells = rows.get(permission.ordinal()).select("td");
            assertThat(cells).hasSize(Role.values().length);
            for (var role : Role.values()) {
                assertThat(cells.get(role.ordinal()).text())
                        .as("%s for %s", permission, role)
                        .isEqualTo(permission.grantedTo(role) ? "できる" : "できない");
            }
        }
    }

    private Document html(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int expected)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(access.as(actor)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
