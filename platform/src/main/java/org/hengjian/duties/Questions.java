package org.hengjian.duties;

import java.util.Optional;
import org.hengjian.law.DeadlineQuestion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was asked of the law library, as text beside each duty. */
@Component("dutyQuestions")
class Questions {

    private final JsonMapper json;

    Questions(JsonMapper json) {
        // A moment keeps its offset: which day it is on depends on it.
        this.json = json.rebuild().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();
    }

    String written(DeadlineQuestion question) {
        return json.writeValueAsString(question);
    }

    /** Empty for a duty that was kept before questions were. */
    Optional<DeadlineQuestion> read(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(json.readValue(text, DeadlineQuestion.class));
    }
}
