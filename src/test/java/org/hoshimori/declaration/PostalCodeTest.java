package org.hoshimori.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.address.AddressFixtures;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.programme.StaffFixtures;
import org.hoshimori.programme.StaffRole;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// From seven digits to an address, on the two forms that ask for one, and the file behind it.
@HoshimoriTest
@TestPropertySource(properties = "hoshimori.programme=immediate")
class PostalCodeTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AddressFixtures addresses;

    @Autowired
    StaffFixtures staff;

    @AfterEach
    void other_tests_type_their_addresses() {
        addresses.clear();
    }

    @Test
    void without_a_file_nothing_offers_to_look_up() throws Exception {
        var owner = access.as(organizations.company());
        assertThat(page(get("/declaration/form"), owner, 200).select("button[name=look]"))
                .isEmpty();
        assertThat(page(get("/company"), owner, 200).select("#postalCode")).isEmpty();
    }

    @Test
    void one_town_fills_the_declaration_and_what_was_typed_stays() throws Exception {
        addresses.load();
        var owner = access.as(organizations.company());
        assertThat(page(get("/declaration/form"), owner, 200).select("button[name=look]"))
                .hasSize(1);
        var filled = page(looking("９９９－0001").param("look", "1"), owner, 200);
        assertThat(filled.select("#municipality").val()).isEqualTo("みなと市");
        assertThat(filled.select("#town").val()).isEqualTo("星見町");
        assertThat(filled.select("#prefecture option[selected]").val()).isEqualTo("13");
        assertThat(filled.select("#street").val()).isEqualTo("1-2-3");
    }

    @Test
    void several_towns_are_offered_and_the_chosen_one_fills_the_form() throws Exception {
        addresses.load();
        var owner = access.as(organizations.company());
        var offered = page(looking("9990002").param("look", "1"), owner, 200).select("button[name=place]");
        assertThat(offered.eachText()).containsExactlyInAnyOrder("みなと市月見町", "みなと市風見町");
        var second = offered.get(1);
        var filled = page(looking("9990002").param("place", second.val()), owner, 200);
        assertThat(filled.select("#municipality").val() + filled.select("#town").val())
                .isEqualTo(second.text());
        assertThat(page(looking("9990002").param("place", "99"), owner, 200).select("button[name=place]"))
                .hasSize(2);
    }

    @Test
    void a_code_without_a_town_is_said_at_the_field() throws Exception {
        addresses.load();
        var owner = access.as(organizations.company());
        var refused = page(looking("1230000").param("look", "1"), owner, 422);
        assertThat(refused.select("#postalCode-error")).hasSize(1);
        assertThat(refused.select("#postalCode").val()).isEqualTo("1230000");
        var none = page(looking("9990000").param("look", "1"), owner, 200);
        assertThat(none.select("#town").val()).isEmpty();
        assertThat(none.select("#municipality").val()).isEqualTo("みなと市");
    }

    @Test
    void the_profile_is_filled_the_same_way_and_saved_only_by_its_own_button() throws Exception {
        addresses.load();
        var owner = access.as(organizations.company());
        var path = "/company/postal-code";
        var filled = page(post(path).param("name", "試し").param("postalCode", "999-0001"), owner, 200);
        assertThat(filled.select("#address").val()).isEqualTo("みなと市星見町");
        assertThat(filled.select("#name").val()).isEqualTo("試し");
        assertThat(page(get("/company"), owner, 200).select("#address").val()).isEmpty();
        var several =
                page(post(path).param("postalCode", "9990002"), owner, 200).select("button[name=street]");
        assertThat(several).hasSize(2);
        var chosen = page(post(path).param("postalCode", "9990002").param("street", "0"), owner, 200);
        assertThat(chosen.select("#address").val()).isEqualTo(several.getFirst().text());
        page(post(path).param("postalCode", "0"), owner, 422);
        page(
                post(path).param("postalCode", "9990001"),
                access.as(organizations.person(organizations.company(), Role.EMPLOYEE)),
                403);
    }

    @Test
    void the_script_reads_the_same_towns() throws Exception {
        addresses.load();
        var body = mvc.perform(get("/places/9990001").with(access.as(organizations.company())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("星見町").contains("\"prefecture\":\"13\"");
    }

    @Test
    void staff_with_the_settings_load_the_file_and_see_what_could_not_be_read() throws Exception {
        var settings = access.signedIn(staff.clerk(StaffRole.SETTINGS).email());
        var reception = access.signedIn(staff.clerk(StaffRole.RECEPTION).email());
        page(get("/desk/postal"), reception, 403);
        var bytes = (new String(AddressFixtures.file(), StandardCharsets.UTF_8) + "bad,line\n")
                .getBytes(StandardCharsets.UTF_8);
        mvc.perform(multipart("/desk/postal/file")
                        .file(new MockMultipartFile("file", "C:\\utf_ken_all.csv", "text/csv", bytes))
                        .with(settings))
                .andExpect(status().isSeeOther());
        var shown = page(get("/desk/postal"), settings, 200);
        assertThat(shown.select("main").text()).contains("utf_ken_all.csv").doesNotContain("C:\\");
        assertThat(shown.select(".chip").eachText()).contains("6");
        var file = new MockMultipartFile("file", "x.csv", "text/csv", "a,b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(page(multipart("/desk/postal/file").file(file), settings, 422)
                        .select("#file-error"))
                .hasSize(1);
    }

    private static AbstractMockHttpServletRequestBuilder<?> looking(String postalCode) {
        return post("/declaration/form")
                .param("purpose", "new")
                .param("star", "1")
                .param("street", "1-2-3")
                .param("postalCode", postalCode);
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, RequestPostProcessor who, int expected)
            throws Exception {
        return Jsoup.parse(mvc.perform(request.with(who))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
