package org.hoshimori.web;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/// An address that takes larger files than all others: the limit belongs to the servlet, so such an address gets its
/// own one. Its route is an ordinary one, with the same gate.
public final class LargeUpload {

    private LargeUpload() {}

    /// @param path of the one route, without placeholders
    /// @param megabytes that a file may have
    public static ServletRegistrationBean<DispatcherServlet> at(
            WebApplicationContext context, String path, long megabytes) {
        var bytes = megabytes * 1024 * 1024;
        var servlet = new ServletRegistrationBean<>(new DispatcherServlet(context));
        servlet.setUrlMappings(List.of(path));
        servlet.setName("large" + path.replace('/', '-'));
        servlet.setMultipartConfig(new MultipartConfigElement("", bytes, bytes + 1024 * 1024, 0));
        return servlet;
    }
}
