/// Files that people attach: bytes in the database with a cleaned name and a type found from the content. What a file
/// is for, and who may read it, is known by the room that keeps its id. Papers made by Hoshimori itself are not here
/// (room `paper`).
@NullMarked
package org.hoshimori.file;

import org.jspecify.annotations.NullMarked;
