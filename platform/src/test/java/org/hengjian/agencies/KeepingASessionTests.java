package org.hengjian.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hengjian.testing.OnThePlatform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** What a session keeps when several requests of one person are under way at the same moment. */
@OnThePlatform
class KeepingASessionTests {

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void a_button_pressed_twice_leaves_two_words_for_the_next_page_and_neither_request_fails() {
        pressTwice(sessions);
    }

    private static <S extends Session> void pressTwice(FindByIndexNameSessionRepository<S> sessions) {
        var fresh = sessions.createSession();
        sessions.save(fresh);
        try {
            var first = Objects.requireNonNull(sessions.findById(fresh.getId()));
            var second = Objects.requireNonNull(sessions.findById(fresh.getId()));
            first.setAttribute("word", "registered");
            second.setAttribute("word", "registered, told again");

            sessions.save(first);
            sessions.save(second);

            String word = Objects.requireNonNull(sessions.findById(fresh.getId())).getAttribute("word");
            assertThat(word).isEqualTo("registered, told again");
        } finally {
            sessions.deleteById(fresh.getId());
        }
    }
}
