/**
 * Goods 涉案物品: what was taken in a case, from registration to its end, in double entry: at any moment and for each
 * item, seized = in custody + sampled + returned + transferred + destroyed + otherwise disposed of. The database keeps
 * the ledger and refuses whatever would break it; {@link org.hengjian.goods.Goods} has a verb for each movement. Knows
 * cases, in which goods are taken, evidence, which shows them, and facilities, which destroy them; does not know
 * referrals, which ask for a transfer.
 */
@ApplicationModule(
        displayName = "Goods 涉案物品",
        allowedDependencies = {
            "access", "agencies", "audit", "cases", "documents", "evidence", "facilities", "registers", "shell",
            "statutes", "tables", "time"
        })
@NullMarked
package org.hengjian.goods;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
