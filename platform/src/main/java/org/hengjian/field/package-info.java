/**
 * Field 现场: what officers do away from the desk, on a phone and often without a network. Visits, inspection records with
 * the signatures under them, photographs and goods taken are kept on the phone until the server has said that it has
 * them; each carries a key that the phone made, so that sending twice does once.
 *
 * <p>{@link org.hengjian.field.Field} takes what phones send. Records become papers of the case, pictures become
 * evidence, items go into the ledger of goods: each by the door of its room, which alone says what is allowed.
 */
@ApplicationModule(
        displayName = "Field 现场",
        allowedDependencies = {
            "access", "agencies", "audit", "cases", "evidence", "goods", "leads", "shell", "statutes", "time"
        })
@NullMarked
package org.hengjian.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
