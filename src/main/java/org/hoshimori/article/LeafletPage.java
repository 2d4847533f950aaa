package org.hoshimori.article;

import java.util.List;
import org.hoshimori.content.Edition;
import org.hoshimori.organization.Company;

/// What stands on the leaflet.
record LeafletPage(Company company, Edition edition) {

    /// The contact, line by line as it was typed; empty where nobody has written it: then there is room for a pen.
    List<String> contact() {
        var contact = company.contact();
        return contact == null || contact.isBlank()
                ? List.of()
                : contact.strip().lines().toList();
    }

    String classes() {
        return company.sample() ? "sample" : "";
    }
}
