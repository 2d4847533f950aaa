/// The start page and the owner's page: they read other rooms and own nothing. The next step comes from one ordered,
/// tested table.
@NullMarked
package org.hoshimori.home;

import org.jspecify.annotations.NullMarked;
