/// What all pages share: the shell around a page (head, menu, foot, texts), components, error pages, the way a template
/// is found.
/// Rooms contribute their menu entries as [MenuEntry] beans. No page of a subject lives here, and no rule of the field.
@NullMarked
package org.hoshimori.web;

import org.jspecify.annotations.NullMarked;
