package org.hoshimori.publication;

import java.time.LocalDate;

/// That everybody can read the company's basic policy.
///
/// @param url address of the page
/// @param since day since which it is known to be there
public record PolicyProof(String url, LocalDate since) {}
