/// A questionnaire answered by a company: rounds, respondents, answers saved as they are given, the company's
/// decision per question, the score, and the closed round that never changes. The 25 questions (guideline part 2,
/// 3(2), appendix 3) and the five articles use the same engine. Asking people and combining their answers is room
/// `respondent`; what the result means is room `result`.
@NullMarked
package org.hoshimori.assessment;

import org.jspecify.annotations.NullMarked;
