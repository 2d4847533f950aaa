/// Paper: everything that leaves the screen as a file. PDF from XHTML pages (ISO 32000, tagged after ISO 14289-1,
/// "PDF/UA"), Excel workbooks (ISO/IEC 29500) and CSV (RFC 4180). This room knows formats, fonts and their dangers
/// (formulas in cells, files and addresses pulled in by a page, characters that XML forbids); it knows no other
/// room. What stands on the paper, its words, its order and who may have it belong to the room that asks. Reading
/// Excel and CSV back in does not live here either.
@NullMarked
package org.hoshimori.paper;

import org.jspecify.annotations.NullMarked;
