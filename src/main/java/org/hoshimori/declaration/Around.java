package org.hoshimori.declaration;

import org.hoshimori.address.Places;
import org.hoshimori.content.Editions;
import org.hoshimori.desk.Applications;
import org.hoshimori.organization.Organizations;
import org.hoshimori.programme.Programme;
import org.springframework.stereotype.Component;

/// What the pages of this room ask of others.
@Component
record Around(
        Organizations organizations,
        Editions editions,
        Applications applications,
        Programme programme,
        Places places) {}
