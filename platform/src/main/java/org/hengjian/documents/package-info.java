/**
 * Documents 文书: official documents as PDF with Chinese text, their numbers without gaps, frozen by SHA-256 when
 * issued. A room brings a template's name and what it says; knows no room but the agencies'.
 *
 * <p>What was issued stays as it is. A clerical error in it is mended by a notice of its own ({@link Corrections}), which
 * stands beside it; rooms say by {@link Correctable} what a document of theirs rests on.
 *
 * <p>Templates are the files {@code documents/<kind>.html}, Thymeleaf in XML mode, set by {@code documents/official.css}
 * after the layout of GB/T 9704 (A4, 版心, 页码). The font is a setting, {@code hengjian.documents.font}: a TrueType
 * file, so that an office that has 仿宋 uses it; the default is Noto Serif SC, which ships.
 */
@ApplicationModule(
        displayName = "Documents 文书",
        allowedDependencies = {"access", "agencies", "audit", "postgres", "shell", "statutes", "tables", "time"})
@NullMarked
package org.hengjian.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
