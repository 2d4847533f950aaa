/// What a closed round means: the total with its band, the weakest questions, the comparison with earlier rounds and
/// with other companies that agreed, the reason behind every number, and the result as PDF, Excel and CSV (guideline
/// part 2, 3(2), appendix 3). Answering and closing is room `assessment`, deciding what to do about it room `control`.
@NullMarked
package org.hoshimori.result;

import org.jspecify.annotations.NullMarked;
