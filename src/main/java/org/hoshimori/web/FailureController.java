package org.hoshimori.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page for what fails outside any controller, for example a request that the server itself refuses.
@Controller
class FailureController implements ErrorController {

    @RequestMapping("/error")
    ModelAndView failed(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        var page = new ModelAndView("web/error");
        page.setStatus(HttpStatus.valueOf(status));
        page.addObject("kind", kind(status, request));
        page.addObject("reference", "");
        return page;
    }

    private static String kind(int status, HttpServletRequest request) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return "missing";
        }
        if (status == HttpStatus.CONTENT_TOO_LARGE.value()) {
            var type = Objects.requireNonNullElse(request.getContentType(), "");
            return type.startsWith("multipart/") ? "large" : "long";
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "request" : "failed";
    }
}
