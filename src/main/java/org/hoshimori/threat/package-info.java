/// What a company fears: the threats of the guideline as the company sees them, those it has added, the media it has
/// named itself, and which check items work against which threat. How likely damage becomes of that is counted in
/// `risk`. Standard: ISO/IEC 27005; the links between items and threats are our own rule (独自の目安).
@NullMarked
package org.hoshimori.threat;

import org.jspecify.annotations.NullMarked;
