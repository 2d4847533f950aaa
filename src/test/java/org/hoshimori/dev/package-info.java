/// Hoshimori for whoever works on it: started with the sample company inside, on a database that is thrown away.
@NullMarked
package org.hoshimori.dev;

import org.jspecify.annotations.NullMarked;
