package org.hoshimori.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;

/// Pages for requests that are refused before they reach a controller.
@Component
public class Refusals {

    private final View page;
    private final LocaleResolver locales;

    Refusals(TemplateEngine engine, Shells shells, LocaleResolver locales) {
        this.page = new Template(engine, shells, "web/error.jte");
        this.locales = locales;
    }

    /// A form without the token that protects it, because its page lay open for long: says how to send it again.
    public void staleForm(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            page.render(Map.of("kind", "stale", "reference", "", "status", HttpStatus.FORBIDDEN), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
