/// The official workbook of the detailed risk analysis, out with live formulas and in again.
@NullMarked
package org.hoshimori.workbook;

import org.jspecify.annotations.NullMarked;
