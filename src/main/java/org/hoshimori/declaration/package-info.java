/// A company's SECURITY ACTION declaration (宣言): what proves that it may declare, the form, the number, the
/// marks, change, stop and history. What the operator decides about it is `desk`; what the public sees is
/// `directory`.
@NullMarked
package org.hoshimori.declaration;

import org.jspecify.annotations.NullMarked;
