package org.hengjian.documents;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a person worded is about something that the machine no longer says: to be looked at again before it is issued. */
public final class StaleWording extends ErrorResponseException {

    private final String title;
    private final transient List<Revision> stale;

    StaleWording(String title, List<Revision> stale) {
        super(
                HttpStatus.CONFLICT,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT, "wording of " + title + " that no longer fits: " + stale.size()),
                null);
        this.title = title;
        this.stale = List.copyOf(stale);
    }

    public String title() {
        return title;
    }

    public List<Revision> stale() {
        return stale;
    }
}
