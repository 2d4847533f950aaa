package org.hoshimori.scenario;

import org.hoshimori.web.Problems;
import org.jspecify.annotations.Nullable;

/// The best items for a sum of money, and the curve of cost and risk.
///
/// @param typed the sum as it was typed
/// @param found null while no sum was given
record BudgetPage(
        Situation situation, String typed, @Nullable Found found, CostCurve curve, Problems problems) {

    /// What a sum buys.
    ///
    /// @param outlook what it looks like once the items are done
    /// @param optimal whether it was proven that nothing better exists
    record Found(long yen, WhatIf outlook, boolean optimal) {

        String address(String path) {
            return WhatIfPage.address(path, outlook.done());
        }

        long left() {
            return yen - outlook.firstYear();
        }
    }
}
