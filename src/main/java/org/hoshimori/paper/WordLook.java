package org.hoshimori.paper;

import org.jspecify.annotations.Nullable;

/// What stands around a Word document.
///
/// @param company at the top of every page
/// @param title beside it
/// @param foot at the bottom of every page: revision and fingerprint, or that it is a draft; may be empty
/// @param mark 見本 or 案 in the header; empty for none
/// @param template the company's own .docx, checked by [WordCheck#problems] before; null for plain paper
public record WordLook(String company, String title, String foot, String mark, byte @Nullable [] template) {}
