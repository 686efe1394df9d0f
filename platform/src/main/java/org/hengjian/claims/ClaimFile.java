package org.hengjian.claims;

import java.util.List;
import java.util.stream.Collectors;
import org.hengjian.screening.Claim;
import org.hengjian.tables.Formulas;

/** Words as a file of the form that the library ships (用语文件): what is written so can be brought in again. */
final class ClaimFile {

    private static final String HEADINGS = "text\tkind\tweight\tlanguage\tgroup\tunless\tfrom\tsource\n";

    private ClaimFile() {}

    static String of(List<Claim> claims) {
        return claims.stream().map(ClaimFile::line).collect(Collectors.joining("", HEADINGS, ""));
    }

    private static String line(Claim claim) {
        return List.of(
                        claim.text(),
                        claim.kind().code(),
                        WordingForm.plain(claim.weight()),
                        claim.language(),
                        claim.group(),
                        String.join("|", claim.unless()),
                        claim.from().toString(),
                        claim.source())
                .stream()
                .map(ClaimFile::cell)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /** One cell of one line, that no spreadsheet runs: people's words may hold tabs, line ends and formulas. */
    private static String cell(String text) {
        String flat = text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        String disarmed = Formulas.disarmed(flat);
        return disarmed.startsWith("\"") ? '"' + disarmed.replace("\"", "\"\"") + '"' : disarmed;
    }
}
