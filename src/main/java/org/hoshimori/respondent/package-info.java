/// Asking people and combining what they say: the page on which a respondent answers, links for colleagues without an
/// account, printed sheets for people without e-mail, and the table in which the responsible person decides. The
/// engine of rounds is room `assessment`.
@NullMarked
package org.hoshimori.respondent;

import org.jspecify.annotations.NullMarked;
