/// The operator's desk: applications as they were handed in, their checks, and decisions with reasons. Staff
/// read the snapshot that a company handed in, never the company's answers.
@NullMarked
package org.hoshimori.desk;

import org.jspecify.annotations.NullMarked;
