/// The 25 questions without signing up, at `/try`: an attempt belongs to no company and to no person, is found by a
/// random token in a cookie, lives 7 days and counts in no statistic. Here lives answering, the result and carrying the
/// answers into a company. The score is the one of room `assessment`; starting a company is the business of `access`.
@NullMarked
package org.hoshimori.trial;

import org.jspecify.annotations.NullMarked;
