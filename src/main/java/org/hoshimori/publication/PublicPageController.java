package org.hoshimori.publication;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.database.Database;
import org.hoshimori.document.Documents;
import org.hoshimori.document.Revision;
import org.hoshimori.file.Files;
import org.hoshimori.organization.Company;
import org.hoshimori.organization.Organizations;
import org.hoshimori.template.Composition;
import org.hoshimori.template.Language;
import org.hoshimori.web.Download;
import org.hoshimori.web.NotFound;
import org.hoshimori.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// A company's basic policy for everybody: the revision in force, and nothing else of the company.
@Open("shows only what was approved, is in force, and was published by the company")
@Controller
class PublicPageController {

    private final SlugRepository slugs;
    private final Documents documents;
    private final Organizations organizations;
    private final Files files;
    private final Database database;

    PublicPageController(
            SlugRepository slugs, Documents documents, Organizations organizations, Files files, Database database) {
        this.slugs = slugs;
        this.documents = documents;
        this.organizations = organizations;
        this.files = files;
        this.database = database;
    }

    /// What is shown.
    ///
    /// @param representative as the text that was approved names it; null when nobody was named
    /// @param languages in which it can be read, the binding Japanese first
    /// @param composition null where the company brought a file of its own
    record PublicPage(
            String slug,
            Company company,
            Revision revision,
            @Nullable String representative,
            List<Language> languages,
            Language language,
            @Nullable Composition composition) {

        String path() {
            return Publications.path(slug);
        }

        String title() {
            return composition == null ? revision.title() : composition.title();
        }
    }

    @GetMapping("/c/{slug}/policy")
    ModelAndView policy(@PathVariable String slug, @RequestParam Optional<String> in, Locale locale) {
        var known = slugs.find(slug).orElseThrow(() -> new NotFound("slug"));
        if (known.standing() == SlugRepository.Standing.ENDED) {
            return new ModelAndView(moved(known));
        }
        return new ModelAndView("publication/policy", "page", page(known, in, locale));
    }

    /// An address that was given up leads to the one that took its place.
    private RedirectView moved(SlugRepository.Slug old) {
        var now = slugs.current(old.organization()).orElseThrow(() -> new NotFound("slug"));
        var view = new RedirectView(Publications.path(now.name()));
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
    }

    /// A file of the company's own comes as an attachment only, so that nothing in it runs in a browser here.
    @GetMapping("/c/{slug}/policy/file")
    ResponseEntity<byte[]> file(@PathVariable String slug) {
        var known = slugs.find(slug)
                .filter(one -> one.standing() == SlugRepository.Standing.CURRENT)
                .orElseThrow(() -> new NotFound("slug"));
        return database.transact(known.organization(), () -> {
            var revision = inForce(known);
            var id = Optional.ofNullable(revision.file()).orElseThrow(() -> new NotFound("file"));
            var stored = files.find(known.organization(), id).orElseThrow(() -> new NotFound("file"));
            var content = files.content(known.organization(), id).orElseThrow(() -> new NotFound("file"));
            return Download.attached(stored.name(), MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                    .body(content);
        });
    }

    private PublicPage page(SlugRepository.Slug slug, Optional<String> in, Locale locale) {
        var organization = slug.organization();
        return database.transact(organization, () -> {
            var revision = inForce(slug);
            var languages = documents.languages(organization, revision);
            var language = in.map(id -> language(id, languages))
                    .orElse(languages.contains(Language.of(locale)) ? Language.of(locale) : Language.JAPANESE);
            var composition =
                    revision.file() == null ? documents.composition(organization, revision.id(), language) : null;
            var company = organizations.company(organization);
            var representative = revision.file() == null
                    ? documents.said(organization, revision.id()).get("organization.representative")
                    : company.facts().representative();
            return new PublicPage(slug.name(), company, revision, representative, languages, language, composition);
        });
    }

    private static Language language(String id, List<Language> languages) {
        return Language.of(id).filter(languages::contains).orElseThrow(() -> new NotFound("language"));
    }

    private Revision inForce(SlugRepository.Slug slug) {
        return documents.inForce(slug.organization(), Publications.DOCUMENT).orElseThrow(() -> new NotFound("policy"));
    }
}
