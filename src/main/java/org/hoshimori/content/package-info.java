/// The words and numbers that come from the field: editions of the guideline with their questionnaires, scales, bands,
/// candidate controls, laws and lists, read from `content/` and served as immutable records in Japanese and English.
/// This room is the only reader of `content/`, and the only place that knows the format of its files; it checks all of
/// them at start and refuses bad content with one list of all faults. What a company answers, decides or owns does not
/// live here. The standard edition is 中小企業の情報セキュリティ対策ガイドライン 第3.0版 (IPA, 2019-03-19).
@NullMarked
package org.hoshimori.content;

import org.jspecify.annotations.NullMarked;
