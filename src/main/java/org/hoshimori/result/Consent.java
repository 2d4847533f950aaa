package org.hoshimori.result;

import java.time.OffsetDateTime;
import java.util.UUID;

/// That a company agreed to be counted in the comparison.
///
/// @param contribution the random number under which its points stand, known to nobody else
record Consent(UUID contribution, OffsetDateTime agreedAt) {}
