package org.hoshimori.programme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hoshimori.access.Porter;
import org.hoshimori.access.SignInId;
import org.hoshimori.directory.Wordings;
import org.hoshimori.web.LargeUpload;
import org.hoshimori.web.MenuEntry;
import org.hoshimori.web.Reach;
import org.hoshimori.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who gets to the desk, how its controllers learn who it is, and what stands in its menu.
@Configuration(proxyBeanMethods = false)
class ProgrammeConfig {

    @Bean
    MenuEntry staffMenu() {
        return new MenuEntry(
                "/desk/staff", "programme.staff.menu", 80, MenuEntry.Place.MAIN, StaffPermission.APPOINT.shown());
    }

    @Bean
    MenuEntry settingsMenu() {
        return new MenuEntry(
                "/desk/settings",
                "programme.settings.menu",
                70,
                MenuEntry.Place.MAIN,
                StaffPermission.CONFIGURE.shown());
    }

    @Bean
    MenuEntry registersMenu() {
        return new MenuEntry(
                "/desk/registers",
                "programme.registers.menu",
                75,
                MenuEntry.Place.MAIN,
                StaffPermission.CONFIGURE.shown());
    }

    @Bean
    Wordings industriesInTheDirectory(Programme programme) {
        return programme::edition;
    }

    @Bean
    MenuEntry.Sometimes subsidiesInTheFoot(Programme programme) {
        return inTheFoot(programme, "/subsidies", "programme.subsidies.menu", 30);
    }

    @Bean
    MenuEntry.Sometimes supportersInTheFoot(Programme programme) {
        return inTheFoot(programme, "/supporters", "programme.supporters.menu", 40);
    }

    @Bean
    MenuEntry.Sometimes newsInTheFoot(Programme programme) {
        return inTheFoot(programme, "/news", "programme.kind.news", 50);
    }

    private static MenuEntry.Sometimes inTheFoot(Programme programme, String path, String text, int position) {
        return () -> programme.runs()
                ? Optional.of(new MenuEntry(path, text, position, MenuEntry.Place.FOOT, ""))
                : Optional.empty();
    }

    /// The official postal file has some twenty megabytes when it is unfolded.
    @Bean
    ServletRegistrationBean<DispatcherServlet> postalUpload(WebApplicationContext context) {
        return LargeUpload.at(context, PostalController.FILE, 50);
    }

    /// Half a million numbers have some six megabytes.
    @Bean
    ServletRegistrationBean<DispatcherServlet> numbersUpload(WebApplicationContext context) {
        return LargeUpload.at(context, NumberController.FILE, 50);
    }

    @Bean
    Porter deskPorter(Staff staff, MessageSource messages) {
        return new DeskPorter(staff, messages);
    }

    @Bean
    Porter.Places desk(Staff staff) {
        return signIn -> staff.clerk(signIn).map(_ -> new Porter.Place("/desk", "programme.desk"));
    }

    private record DeskPorter(Staff staff, MessageSource messages) implements Porter {

        @Override
        public Optional<Answer> ask(HandlerMethod route, @Nullable SignInId signIn) {
            return needed(route).map(permission -> {
                if (signIn == null) {
                    return new Answer.SignInFirst();
                }
                return staff.clerk(signIn)
                        .filter(clerk -> clerk.may(permission))
                        .<Answer>map(clerk -> new Answer.Come(clerk, visitor(clerk)))
                        .orElseGet(() -> new Answer.Refused(permission.shown()));
            });
        }

        private static Optional<StaffPermission> needed(HandlerMethod route) {
            var onMethod = route.getMethodAnnotation(Staffed.class);
            var staffed = onMethod == null
                    ? AnnotatedElementUtils.findMergedAnnotation(route.getBeanType(), Staffed.class)
                    : onMethod;
            return Optional.ofNullable(staffed).map(Staffed::value);
        }

        private Visitor visitor(Clerk clerk) {
            var permissions = Arrays.stream(StaffPermission.values())
                    .filter(clerk::may)
                    .map(StaffPermission::shown)
                    .collect(Collectors.toSet());
            var roles = clerk.roles().stream()
                    .map(role -> text("programme.role." + role.id()))
                    .sorted()
                    .collect(Collectors.joining("・"));
            return new Visitor(
                    clerk.name(),
                    roles,
                    text("programme.desk"),
                    EnumSet.of(Visitor.Mark.SEVERAL_COMPANIES),
                    permissions);
        }

        private String text(String key) {
            return messages.getMessage(key, null, Locale.JAPANESE);
        }
    }

    @Bean
    WebMvcConfigurer clerkParameter() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ClerkParameter());
            }
        };
    }

    /// Fills a parameter of type `Clerk` with whom the porter let in.
    private static final class ClerkParameter implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Clerk.class);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return request.getAttribute(Porter.PERSON, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /// Says at the end of a start how the first head of the staff gets in.
    @Component
    record Greeting(Staff staff, Reach reach) {

        @EventListener(ApplicationReadyEvent.class)
        void greet() {
            staff.firstLink().ifPresent(token -> LoggerFactory.getLogger(ProgrammeConfig.class)
                    .info(
                            "The programme runs here. Set up its first head of staff once with this link (valid for one day, a new one comes with each start):\n\n    {}\n",
                            reach.url("/desk/set-up/" + token)));
        }
    }
}
