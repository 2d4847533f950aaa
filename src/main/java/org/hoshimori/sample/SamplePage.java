package org.hoshimori.sample;

/// The page about the sample company.
///
/// @param inside whether the reader is in the sample company now
/// @param removes whether the reader may remove it
/// @param exists whether the reader has a sample company already
record SamplePage(boolean inside, boolean removes, boolean exists) {}
