package org.hoshimori.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.hoshimori.database.StorageRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The third kind of error: a bug or an outage becomes a page that says what happened and what to do, with a number to
/// tell.
/// Nothing of the request is logged: it may hold personal data.
@ControllerAdvice
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /// A link without an account that is unknown, used, ended or expired: the four look alike.
    @ExceptionHandler(NotFound.class)
    ModelAndView gone(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.containsKey("token")
                ? page(HttpStatus.NOT_FOUND, "link", "")
                : notFound();
    }

    /// A form sent after the session ended.
    @ExceptionHandler(AuthenticationException.class)
    ModelAndView ended() {
        return page(HttpStatus.FORBIDDEN, "ended", "");
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound() {
        return page(HttpStatus.NOT_FOUND, "missing", "");
    }

    @ExceptionHandler(AccessDeniedException.class)
    ModelAndView forbidden() {
        return page(HttpStatus.FORBIDDEN, "forbidden", "");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page(HttpStatus.CONTENT_TOO_LARGE, "large", "");
    }

    /// A form that breaks off in the middle, or what is no form and no answer at all.
    @ExceptionHandler({MultipartException.class, HttpMessageNotReadableException.class})
    ModelAndView broken() {
        return page(HttpStatus.BAD_REQUEST, "broken", "");
    }

    /// Tomcat counts what is sent where the first filter asks for a parameter, before any code of ours.
    @ExceptionHandler(InvalidParameterException.class)
    ModelAndView unreadable(InvalidParameterException failure) {
        if (failure.getCause() instanceof SizeException) {
            return tooLarge();
        }
        return failure.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? page(HttpStatus.CONTENT_TOO_LARGE, "long", "")
                : page(HttpStatus.BAD_REQUEST, "request", "");
    }

    @ExceptionHandler(Exception.class)
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            var often = response.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
            return page(response.getStatusCode(), often ? "often" : "request", "");
        }
        // What only the database notices: nothing was stored.
        var refusal = StorageRefusal.of(failure);
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case TEXT -> page(HttpStatus.UNPROCESSABLE_CONTENT, "characters", "");
                case ROUND_CLOSED -> page(HttpStatus.CONFLICT, "closed", "");
                case FROZEN -> page(HttpStatus.CONFLICT, "frozen", "");
                case DECIDED -> page(HttpStatus.CONFLICT, "decided", "");
            };
        }
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Error {} in {} {}", reference, request.getMethod(), route(request), failure);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "failed", reference);
    }

    private static Object route(HttpServletRequest request) {
        var pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return pattern == null ? "(no route)" : pattern;
    }

    private static ModelAndView page(HttpStatusCode status, String kind, String reference) {
        var page = new ModelAndView("web/error");
        page.setStatus(status);
        page.addObject("kind", kind);
        page.addObject("reference", reference);
        return page;
    }
}
