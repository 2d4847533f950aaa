package org.hoshimori.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.access.AccessFixtures;
import org.hoshimori.asset.AssetFixtures;
import org.hoshimori.database.StatementCount;
import org.hoshimori.organization.Actor;
import org.hoshimori.organization.OrganizationFixtures;
import org.hoshimori.organization.Role;
import org.hoshimori.threat.ThreatRegister.Draft;
import org.hoshimori.threat.ThreatRegister.Outcome;
import org.hoshimori.trail.Trail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HoshimoriTest
class ThreatPagesTest {

    private static final String HERE = "/risks/threats";
    private static final String CYBER = "pc-cyber-attack";

    @Autowired
    MockMvc mvc;

    @Autowired
    OrganizationFixtures organizations;

    @Autowired
    AccessFixtures access;

    @Autowired
    AssetFixtures assets;

    @Autowired
    Threats threats;

    @Autowired
    ThreatRegister register;

    @Autowired
    Trail trail;

    @Autowired
    StatementCount statements;

    Actor owner;

    @BeforeEach
    void company() {
        owner = organizations.company();
    }

    @Test
    void a_company_may_expect_a_threat_more_often_and_take_it_back() throws Exception {
        send(HERE, Map.of(CYBER, "1", "nonsense", "2", "pc-failure", "9")).andExpect(redirectedUrl(HERE));
        assertThat(threats.frequencies(owner.organization())).isEqualTo(Map.of(CYBER, 1));
        assertThat(page(HERE).select("label[for=" + CYBER + "] .chip").eachText())
                .containsExactly("変更あり");
        send(HERE + "/reset", Map.of("part", "frequency")).andExpect(redirectedUrl(HERE));
        assertThat(threats.frequencies(owner.organization())).isEmpty();
    }

    @Test
    void all_threats_are_written_in_as_many_statements_as_one() throws Exception {
        var other = threats.all(owner.organization(), Locale.JAPANESE).stream()
                .collect(Collectors.toMap(threat -> threat.id(), threat -> String.valueOf(threat.frequency() % 3 + 1)));
        send(HERE, Map.of());
        var one = statements.of(() -> send(HERE, Map.of(CYBER, "1")));
        var all = statements.of(() -> send(HERE, other));
        assertThat(threats.frequencies(owner.organization())).hasSize(21);
        assertThat(all).isEqualTo(one);
        var back = statements.of(() -> send(HERE + "/reset", Map.of("part", "frequency")));
        assertThat(threats.frequencies(owner.organization())).isEmpty();
        assertThat(back).isLessThanOrEqualTo(one);
        send(HERE, other);
        send(HERE, Map.of(CYBER, "1"));
        assertThat(threats.frequencies(owner.organization())).isEqualTo(Map.of(CYBER, 1));
    }

    @Test
    void a_threat_of_the_companys_own_is_added_changed_and_removed() throws Exception {
        var form = page(HERE + "/new?medium=office-pc");
        assertThat(form.select("#medium option[selected]").attr("value")).isEqualTo("office-pc");
        var id = form.select("input[name=id]").attr("value");
        for (var click = 0; click < 2; click++) {
            send(post(HERE + "/new")
                            .param("id", id)
                            .param("title", "画面ののぞき見")
                            .param("medium", "office-pc")
                            .param("frequency", "3")
                            .param("items", "outsiders-kept-out", "unauthorised-use-prevented"))
                    .andExpect(redirectedUrl(HERE + "/" + id));
        }
        assertThat(threats.all(owner.organization(), Locale.JAPANESE))
                .hasSize(22)
                .element(13)
                .isEqualTo(new CompanyThreat(
                        id,
                        "office-pc",
                        "画面ののぞき見",
                        3,
                        List.of("outsiders-kept-out", "unauthorised-use-prevented"),
                        "",
                        Optional.empty()));
        send(post(HERE + "/" + id)
                        .param("title", "のぞき見")
                        .param("medium", "mobile-device")
                        .param("frequency", "1"))
                .andExpect(redirectedUrl(HERE + "/" + id));
        assertThat(threats.find(owner.organization(), id, Locale.JAPANESE))
                .get()
                .satisfies(threat -> {
                    assertThat(threat.title()).isEqualTo("のぞき見");
                    assertThat(threat.items()).isEmpty();
                });
        send(HERE + "/" + id + "/remove", Map.of()).andExpect(redirectedUrl(HERE));
        assertThat(threats.all(owner.organization(), Locale.JAPANESE)).hasSize(21);
        assertThat(trail.newestOf(owner.organization(), "threat", Long.MAX_VALUE, 9))
                .hasSize(3);
    }

    @Test
    void what_does_not_make_a_threat_is_refused_and_stays_in_the_form() throws Exception {
        var id = ThreatRegister.nextId();
        var empty = refused(HERE + "/new", Map.of("id", id, "title", " ", "medium", "office-pc", "frequency", "9"));
        assertThat(empty.select("#problems a").eachAttr("href")).containsExactly("#title", "#frequency");
        var strange = refused(HERE + "/new", Map.of("id", id, "title", "<i>x</i>", "medium", "moon", "frequency", "1"));
        assertThat(strange.select("#title").attr("value")).isEqualTo("<i>x</i>");
        assertThat(strange.select("#problems a").attr("href")).isEqualTo("#medium");
        var twin =
                refused(HERE + "/new", Map.of("id", id, "title", "事務所ＰＣの故障", "medium", "office-pc", "frequency", "1"));
        assertThat(twin.select("#problems").text()).contains("同じ名前の脅威");
        refused(HERE + "/new", Map.of("id", CYBER, "title", "x", "medium", "office-pc", "frequency", "1"));
        refused(HERE + "/" + CYBER, Map.of("frequency", "1", "items", "no-such-item"));
        assertThat(threats.all(owner.organization(), Locale.JAPANESE)).isEqualTo(threats.shipped(Locale.JAPANESE));
    }

    @Test
    void what_works_against_a_threat_can_be_changed_and_is_marked_until_it_is_reset() throws Exception {
        send(post(HERE + "/" + CYBER).param("frequency", "3").param("items", "backup-taken", "passwords-used"))
                .andExpect(redirectedUrl(HERE + "/" + CYBER));
        var page = page(HERE + "/" + CYBER);
        assertThat(page.select(".page-head .chip").text()).isEqualTo("変更あり");
        assertThat(page.select("label:has([value=backup-taken]) .chip").text()).isEqualTo("足した");
        assertThat(page.select("label:has([value=fake-sites]) .chip").text()).isEqualTo("外した");
        assertThat(page.select("label:has([value=passwords-used]) .chip")).isEmpty();
        send(HERE + "/" + CYBER + "/reset", Map.of());
        assertThat(threats.all(owner.organization(), Locale.JAPANESE)).isEqualTo(threats.shipped(Locale.JAPANESE));
        register.change(owner, CYBER, new Draft("", "", 1, List.of("backup-taken")));
        send(HERE + "/reset", Map.of("part", "items"));
        assertThat(threats.find(owner.organization(), CYBER, Locale.JAPANESE))
                .get()
                .satisfies(threat -> {
                    assertThat(threat.frequency()).isEqualTo(1);
                    assertThat(threat.otherItems()).isFalse();
                });
    }

    @Test
    void a_threat_is_switched_off_with_a_reason_and_back_on() throws Exception {
        refused(HERE + "/" + CYBER + "/off", Map.of("reason", " "));
        send(HERE + "/" + CYBER + "/off", Map.of("reason", "つないでいない"));
        assertThat(threats.counting(owner.organization(), Locale.JAPANESE)).hasSize(20);
        assertThat(page(HERE).select("#" + CYBER + "-hint").text()).contains("つないでいない");
        send(HERE + "/" + CYBER + "/on", Map.of());
        assertThat(threats.counting(owner.organization(), Locale.JAPANESE)).hasSize(21);
    }

    @Test
    void a_medium_of_the_companys_own_can_be_chosen_in_the_register_and_has_threats() throws Exception {
        assets.add(owner, AssetFixtures.row("複写の控え", "", "複合機 & NAS", 1));
        assertThat(page(HERE)
                        .select("form[action=" + HERE + "/media] input[type=hidden][name=name]")
                        .eachAttr("value"))
                .containsExactly("複合機 & NAS");
        refused(HERE + "/media", Map.of("name", "書 類"));
        send(HERE + "/media", Map.of("name", "複合機 & NAS")).andExpect(redirectedUrl(HERE));
        assertThat(page("/assets/new").select("#medium option").eachAttr("value"))
                .hasSize(8)
                .contains("複合機 & NAS");
        var link = page(HERE).select("a[href*=new?medium=%E8]").attr("href");
        assertThat(page(link).select("#medium option[selected]").attr("value")).isEqualTo("複合機 & NAS");
        var id = ThreatRegister.nextId();
        assertThat(register.add(owner, id, new Draft("複合機 & NAS", "置き忘れ", 3, List.of())))
                .isEqualTo(new Outcome.Kept(id));
        refused(HERE + "/media/remove", Map.of("name", "複合機 & NAS"));
        register.remove(owner, id);
        send(HERE + "/media/remove", Map.of("name", "複合機 & NAS")).andExpect(redirectedUrl(HERE));
        assertThat(threats.media(owner.organization())).isEmpty();
    }

    @Test
    void another_companys_threats_stay_invisible() throws Exception {
        var id = ThreatRegister.nextId();
        register.add(owner, id, new Draft("office-pc", "のぞき見", 3, List.of()));
        register.addMedium(owner, "NAS");
        var other = organizations.company();
        assertThat(threats.all(other.organization(), Locale.JAPANESE)).isEqualTo(threats.shipped(Locale.JAPANESE));
        assertThat(threats.media(other.organization())).isEmpty();
        mvc.perform(get(HERE + "/" + id).cookie(access.cookie(other))).andExpect(status().isNotFound());
        for (var verb : List.of("", "/off", "/on", "/reset", "/remove")) {
            mvc.perform(post(HERE + "/" + id + verb)
                            .with(csrf())
                            .cookie(access.cookie(other))
                            .param("reason", "x"))
                    .andExpect(status().isNotFound());
        }
        send(HERE + "/" + CYBER + "/remove", Map.of()).andExpect(status().isNotFound());
        assertThat(threats.find(owner.organization(), id, Locale.JAPANESE)).isPresent();
    }

    @Test
    void an_auditor_reads_and_changes_nothing() throws Exception {
        var cookie = access.cookie(organizations.person(owner, Role.AUDITOR));
        mvc.perform(get(HERE).cookie(cookie)).andExpect(status().isOk());
        mvc.perform(get(HERE + "/" + CYBER).cookie(cookie)).andExpect(status().isOk());
        mvc.perform(get(HERE + "/new").cookie(cookie)).andExpect(status().isForbidden());
        mvc.perform(post(HERE + "/" + CYBER + "/off").with(csrf()).cookie(cookie))
                .andExpect(status().isForbidden());
        assertThat(statements.of(() -> mvc.perform(get(HERE).cookie(cookie)))).isLessThanOrEqualTo(12);
        assertThat(statements.of(() -> mvc.perform(get(HERE + "/" + CYBER).cookie(cookie))))
                .isLessThanOrEqualTo(12);
    }

    private Document refused(String path, Map<String, String> sent) throws Exception {
        return Jsoup.parse(send(path, sent)
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private ResultActions send(String path, Map<String, String> sent) throws Exception {
        var request = post(path);
        sent.forEach(request::param);
        return send(request);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).cookie(access.cookie(owner)));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(java.net.URI.create(path)).cookie(access.cookie(owner)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
