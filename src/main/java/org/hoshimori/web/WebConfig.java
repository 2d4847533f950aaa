package org.hoshimori.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.view.RedirectView;

/// Templates, texts, language and static files.
@Configuration(proxyBeanMethods = false)
class WebConfig implements WebMvcConfigurer {

    private static final Set<String> ROOMS = Set.of(
            "web",
            "trail",
            "organization",
            "people",
            "access",
            "entrance",
            "file",
            "mail",
            "assessment",
            "article",
            "respondent",
            "result",
            "control",
            "home",
            "trial",
            "template",
            "document",
            "regulation",
            "publication",
            "handout",
            "asset",
            "intake",
            "threat",
            "check",
            "risk",
            "scenario",
            "treatment",
            "workbook",
            "address",
            "directory",
            "programme",
            "desk",
            "takeover",
            "declaration",
            "sample",
            "paper");

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.hoshimori");
    }

    @Bean
    ViewResolver viewResolver(TemplateEngine engine, Shells shells) {
        return (name, _) -> name.startsWith("redirect:")
                ? redirect(name.substring("redirect:".length()))
                : new Template(engine, shells, name + ".jte");
    }

    private static RedirectView redirect(String target) {
        var view = new RedirectView(target, true);
        view.setExposeModelAttributes(false);
        view.setHttp10Compatible(false);
        return view;
    }

    /// Japanese is the root; English stands in `<room>_en.properties`.
    @Bean
    MessageSource messageSource() {
        var source = new RoomTexts();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /// Texts by their keys: the first word of a key names the room, and so the one file to look into. A text without
    /// arguments is formatted once; a page has a hundred of them.
    private static final class RoomTexts extends ResourceBundleMessageSource {

        private final Map<Locale, Map<String, String>> plain =
                Map.of(Locale.JAPANESE, new ConcurrentHashMap<>(), Locale.ENGLISH, new ConcurrentHashMap<>());

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
            var known = Objects.requireNonNull(plain.get(language(locale)));
            var text = known.get(code);
            if (text == null) {
                var format = resolveCode(code, locale);
                text = format == null ? null : format.format(new Object[0]);
                if (text != null) {
                    known.put(code, text);
                }
            }
            return text;
        }

        @Override
        protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
            var room = code.substring(0, Math.max(0, code.indexOf('.')));
            if (!ROOMS.contains(room)) {
                return null;
            }
            var bundle = getResourceBundle("messages/" + room, language(locale));
            return bundle == null ? null : getMessageFormat(bundle, code, language(locale));
        }

        private static Locale language(Locale locale) {
            return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
        }
    }

    /// Japanese until somebody asks for English: the browser's language says little about who reads in a Japanese
    /// company.
    @Bean
    LocaleResolver localeResolver(Reach reach) {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocale(Locale.JAPANESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(reach.secure());
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("language");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /// Under an address with their version files never change; under a bare one the browser asks each time.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(StaticFiles.FOLDER + "**")
                .addResourceLocations(StaticFiles.LOCATION)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/static/**")
                .addResourceLocations(StaticFiles.LOCATION)
                .setCacheControl(CacheControl.noCache().cachePublic());
    }

    /// Styles, scripts and pictures that every page loads. The version in their address is made of their content, so
    /// that browsers keep them for a year and still never show an old one after an upgrade.
    static final class StaticFiles {

        static final String LOCATION = "classpath:/static/";

        /// The address of today's files, with a slash at its end.
        static final String FOLDER = "/static/" + version(contents()) + "/";

        private static final int LETTERS = 12;

        private StaticFiles() {}

        /// Twelve letters that differ when a byte of any file differs.
        static String version(List<byte[]> contents) {
            var all = new ByteArrayOutputStream();
            for (var content : contents) {
                all.writeBytes((content.length + " ").getBytes(StandardCharsets.US_ASCII));
                all.writeBytes(content);
            }
            return DigestUtils.md5DigestAsHex(all.toByteArray()).substring(0, LETTERS);
        }

        private static List<byte[]> contents() {
            try {
                var contents = new ArrayList<byte[]>();
                for (var file : new PathMatchingResourcePatternResolver().getResources(LOCATION + "*.*")) {
                    contents.add(file.getContentAsByteArray());
                }
                return contents;
            } catch (IOException e) {
                throw new UncheckedIOException("the files of static/ must be readable", e);
            }
        }
    }
}
