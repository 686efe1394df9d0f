package org.hengjian.cases;

import org.hengjian.documents.DocumentNumber;

/** Number of a case (案号), 杭西市监案〔2026〕117号: given at filing, one series for each agency and year. */
public record CaseNumber(String text) {

    public CaseNumber {
        text = new DocumentNumber(text).text();
    }

    @Override
    public String toString() {
        return text;
    }
}
