/// Hoshimori (星守): the guideline for small companies as working software. Each package below is one room; rooms look
/// only to the right.
@NullMarked
package org.hoshimori;

import org.jspecify.annotations.NullMarked;
