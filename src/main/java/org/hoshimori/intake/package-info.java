/// Registers that come in as Excel or CSV: columns recognised, a dry run that explains every fault, an import
/// as one step that can be undone.
@NullMarked
package org.hoshimori.intake;

import org.jspecify.annotations.NullMarked;
