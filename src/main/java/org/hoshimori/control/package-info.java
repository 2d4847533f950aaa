/// Controls that the company decided on: what to do about a weak question, who, until when, at what cost, how far it
/// is, what the employees think of it; or "not now" with a date to look again. Which controls one may choose from is
/// content; how weak a question is comes from `result`. ISO/IEC 27000 calls a control what modifies risk (対策).
@NullMarked
package org.hoshimori.control;

import org.jspecify.annotations.NullMarked;
