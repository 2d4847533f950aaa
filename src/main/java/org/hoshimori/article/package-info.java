/// STEP 1: the five articles (情報セキュリティ5か条, appendix 1) as a company works on them: state, note and person per article
/// and example, what is missing before one star can be declared, and the leaflet to hand out. The answers stand in room
/// `assessment`, in one round that stays open. The declaration itself does not live here.
@NullMarked
package org.hoshimori.article;

import org.jspecify.annotations.NullMarked;
