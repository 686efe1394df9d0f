/**
 * Parties (主体): market subjects (市场主体), the shops and accounts that they run on platforms, natural persons under seal.
 * {@link org.hengjian.parties.Shops#seen} notes the sellers of what intake takes in; a later room tells by an
 * {@link org.hengjian.parties.Involvement.Source} where a party appears in its records. Knows regions; does not know
 * who asks about a party.
 */
@ApplicationModule(
        displayName = "Parties 主体",
        allowedDependencies = {"access", "agencies", "audit", "imports", "intake", "shell", "tables", "time"})
@NullMarked
package org.hengjian.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
