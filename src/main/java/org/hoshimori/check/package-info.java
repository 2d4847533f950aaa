/// 対策状況チェック and 診断結果: answering the 55 check items, what the 25 questions and the 55 items suggest to each
/// other, and the rates of the groups. The answers themselves are kept in `risk`, which counts with them.
@NullMarked
package org.hoshimori.check;

import org.jspecify.annotations.NullMarked;
