package org.hoshimori.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.HoshimoriTest;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Permitted;
import org.hoshimori.programme.Staffed;
import org.hoshimori.web.Open;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The real route table: every route names its permission or says why it is open; the closed ones refuse whoever is
/// not signed in; no writing route works without the token that protects forms.
@HoshimoriTest
class RoutesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    MockMvc mvc;

    @Test
    void every_route_says_who_may_use_it() {
        var findings = new ArrayList<String>();
        ours().forEach((route, handler) -> findings.addAll(findings(route.toString(), handler.getMethod())));
        assertThat(ours()).hasSizeGreaterThan(10);
        assertThat(findings).isEmpty();
    }

    @Test
    void closed_pages_lead_to_the_sign_in_and_closed_forms_are_refused() throws Exception {
        for (var route : ours().entrySet()) {
            if (open(route.getValue().getMethod())) {
                continue;
            }
            for (var path : route.getKey().getPatternValues()) {
                var request = reads(route.getKey()) ? get(uri(path)) : post(uri(path));
                var response = mvc.perform(request.with(SecurityMockMvcRequestPostProcessors.csrf()))
                        .andReturn()
                        .getResponse();
                if (reads(route.getKey())) {
                    assertThat(response.getRedirectedUrl()).as(path).startsWith("/sign-in");
                } else {
                    assertThat(response.getStatus()).as(path).isIn(401, 403);
                }
            }
        }
    }

    @Test
    void writing_routes_need_the_token() throws Exception {
        for (var route : ours().keySet()) {
            if (!reads(route)) {
                for (var path : route.getPatternValues()) {
                    assertThat(mvc.perform(post(uri(path)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                            .as(path)
                            .isEqualTo(403);
                }
            }
        }
    }

    @Test
    void barks_at_a_route_without_a_permission() throws Exception {
        assertThat(findings("/forgotten", Forgotten.class.getDeclaredMethod("forgotten")))
                .containsExactly("/forgotten names no permission and does not say why it is open");
        assertThat(findings("/both", Forgotten.class.getDeclaredMethod("both")))
                .containsExactly("/both is open and asks for a permission: one of them is wrong");
    }

    /// Not a controller, so that Spring does not serve it.
    static class Forgotten {
        @GetMapping("/forgotten")
        void forgotten() {}

        @GetMapping("/both")
        @Open("for this test")
        @Permitted(Permission.USE)
        void both() {}
    }

    private static List<String> findings(String route, Method method) {
        var permitted = AnnotatedElementUtils.hasAnnotation(method, Permitted.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), Permitted.class)
                || AnnotatedElementUtils.hasAnnotation(method, Staffed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), Staffed.class);
        if (open(method)
                && (AnnotatedElementUtils.hasAnnotation(method, Permitted.class)
                        || AnnotatedElementUtils.hasAnnotation(method, Staffed.class))) {
            return List.of(route + " is open and asks for a permission: one of them is wrong");
        }
        return open(method) || permitted
                ? List.of()
                : List.of(route + " names no permission and does not say why it is open");
    }

    private static boolean open(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, Open.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), Open.class);
    }

    private Map<RequestMappingInfo, HandlerMethod> ours() {
        var all = new LinkedHashMap<>(routes.getHandlerMethods());
        all.values().removeIf(handler -> ErrorController.class.isAssignableFrom(handler.getBeanType()));
        return all;
    }

    private static boolean reads(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    private static String uri(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
    }
}
