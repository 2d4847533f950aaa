package org.hoshimori.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.View;

/// A compiled jte template as a view. The shell is added here, once, for every page; a model attribute `status`
/// sets the status, for example 422 for a form that comes back.
final class Template implements View {

    private final TemplateEngine engine;
    private final Shells shells;
    private final String name;

    Template(TemplateEngine engine, Shells shells, String name) {
        this.engine = engine;
        this.shells = shells;
        this.name = name;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var values = new HashMap<String, @Nullable Object>(model == null ? Map.of() : model);
        values.put("shell", shells.around(request, values));
        // Rendered into memory first: a failure half-way still gives a whole error page with the right status.
        var output = new Utf8ByteOutput();
        engine.render(name, values, output);
        if (values.get("status") instanceof HttpStatusCode status) {
            response.setStatus(status.value());
        }
        response.setContentType(getContentType());
        response.setContentLength(output.getContentLength());
        // In one piece: each of its many small ones would pass every filter on its own.
        var page = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(page);
        page.writeTo(response.getOutputStream());
    }
}
