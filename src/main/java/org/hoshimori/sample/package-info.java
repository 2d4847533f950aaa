/// The sample company (見本の会社): a complete fictional company in a tenant of its own, made and removed with one click.
/// A production room, not a test fixture: it is built from `content/sample/company.yaml` through the verbs that
/// everybody uses, with a clock that stands on earlier days. No fixed password; it says 見本 on every page; it counts in
/// no statistic, sends no mail and declares nothing.
@NullMarked
package org.hoshimori.sample;

import org.jspecify.annotations.NullMarked;
