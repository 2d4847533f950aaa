/// Document templates as content: Markdown with front matter and three marks, read, checked and composed into
/// numbered articles. Knows no company.
@NullMarked
package org.hoshimori.template;

import org.jspecify.annotations.NullMarked;
