package org.hoshimori.access;

import java.util.Optional;
import org.hoshimori.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/// Keeps the doors of routes that belong to no company, for example the operator's desk. The room that has such routes
/// supplies the bean; the gate asks it.
@FunctionalInterface
public interface Porter {

    /// Name of the request attribute under which whoever was let in stands.
    String PERSON = "org.hoshimori.access.person";

    /// What the porter says about a route; empty when the route is not his.
    ///
    /// @param signIn null when nobody is signed in
    Optional<Answer> ask(HandlerMethod route, @Nullable SignInId signIn);

    /// The porter's answer.
    sealed interface Answer {
        /// Nobody is signed in: to the sign-in and back.
        record SignInFirst() implements Answer {}

        /// Whoever is signed in may not go there.
        record Refused(String needed) implements Answer {}

        /// Let in; `person` is what the controllers of that room get.
        record Come(Object person, Visitor visitor) implements Answer {}
    }

    /// A place to work at beside the companies of a sign-in.
    ///
    /// @param text key of its name
    record Place(String path, String text) {}

    /// Which other places a sign-in may choose.
    @FunctionalInterface
    interface Places {
        Optional<Place> of(SignInId signIn);
    }
}
