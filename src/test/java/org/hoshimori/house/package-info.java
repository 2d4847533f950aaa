/// The guards of the house: every rule of `docs/` that a machine can keep, kept by a test that also runs on a sample in
/// `broken/` and must bark there. Nothing here is about what Hoshimori does, only about how it is built.
/// A rule is changed for everybody or not at all: there is no list of exceptions per class.
@NullMarked
package org.hoshimori.house;

import org.jspecify.annotations.NullMarked;
