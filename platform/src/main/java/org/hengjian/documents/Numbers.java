package org.hengjian.documents;

import java.time.Clock;
import java.time.LocalDate;
import org.hengjian.access.Viewers;
import org.hengjian.agencies.Agencies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The series of document numbers (发文字号), one for each agency, kind and year. A number is drawn in the transaction of
 * the deed that uses it: the row of the series stays locked until then, so there is neither a gap nor a double.
 */
@Service
public class Numbers {

    private static final String DRAW =
            """
            insert into documents.series (agency_id, word, year, last, line, region)
            values (:agency, :word, :year, 1, :line, :region)
            on conflict (agency_id, word, year) do update set last = series.last + 1
            returning last
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Viewers viewers;
    private final Agencies agencies;

    Numbers(JdbcClient jdbc, Clock clock, Viewers viewers, Agencies agencies) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
        this.agencies = agencies;
    }

    /** The next number of the viewer's agency in this year's series of that kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public DocumentNumber draw(String word) {
        var viewer = viewers.require();
        var today = LocalDate.now(clock);
        String agency = agencies.on(viewer.agency(), today)
                .map(Agencies.Agency::shortName)
                .orElseThrow(() -> new IllegalStateException("agency " + viewer.agency() + " has no record on " + today));
        int serial = jdbc.sql(DRAW)
                .param("agency", viewer.agency())
                .param("word", word)
                .param("year", today.getYear())
                .param("line", viewer.line())
                .param("region", viewer.region())
                .query(Integer.class)
                .single();
        return DocumentNumber.of(agency, word, today.getYear(), serial);
    }
}
