package org.hengjian.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** English tells one from many. */
class OneAndManyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leads    | leads.total              | 0    | No leads.
            leads    | leads.total              | 1    | 1 lead.
            leads    | leads.total              | 1284 | 1,284 leads.
            leads    | leads.bulk.assign.title  | 1    | Assign 1 lead
            leads    | leads.bulk.dismiss.title | 2    | Decide not to file 2 leads
            referrals| referrals.handed-over    | 1    | 1 item of goods
            statutes | statutes.ruler.left      | 1    | The first day is not drawn.
            statutes | statutes.ruler.left      | 30   | The first 30 days are not drawn.
            """)
    void a_number_and_its_word_agree(String room, String key, int number, String said) {
        var words = ResourceBundle.getBundle("messages." + room, Locale.ENGLISH).getString(key);

        assertThat(new MessageFormat(words, Locale.ENGLISH).format(new Object[] {number})).isEqualTo(said);
    }
}
