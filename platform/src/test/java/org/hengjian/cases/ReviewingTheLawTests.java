package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reviews the law for the first time holds the national legal qualification (行政处罚法 art. 58). */
@OnThePlatform
class ReviewingTheLawTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWork work;

    @Autowired
    Persons persons;

    @Test
    void without_the_qualification_nobody_reviews_the_law_and_the_refusal_says_what_to_do() {
        hired("xin.shen", Map.of());
        var file = work.underReview();

        var refused = review("xin.shen", file, Paper.ReviewKind.LEGAL);
        var done = review("xin.shen", file, Paper.ReviewKind.CASE);

        assertThat(refused).isInstanceOfSatisfying(Outcome.Refused.class, one -> assertThat(one.grounds()).singleElement()
                .satisfies(ground -> {
                    assertThat(ground.code()).isEqualTo("NOT_QUALIFIED");
                    assertThat(ground.provision().article()).isEqualTo("第五十八条");
                    assertThat(ground.provision().quote()).contains("法律职业资格");
                    assertThat(ground.arguments()).containsExactly("辛审");
                }));
        assertThat(done).as("the other review asks for none").isInstanceOf(Outcome.Done.class);
    }

    @Test
    void with_it_or_having_reviewed_before_the_law_asked_for_it_one_does() {
        hired("zheng.shen", Map.of("legalCertificate", "a20183301069999", "legalCertifiedOn", "2019-03-20"));
        hired("jiu.shen", Map.of("legalReviewSince", "2017-12-31"));
        hired("wan.shen", Map.of("legalReviewSince", "2018-01-01"));

        assertThat(review("zheng.shen", work.underReview(), Paper.ReviewKind.LEGAL)).isInstanceOf(Outcome.Done.class);
        assertThat(review("jiu.shen", work.underReview(), Paper.ReviewKind.LEGAL)).isInstanceOf(Outcome.Done.class);
        assertThat(review("wan.shen", work.underReview(), Paper.ReviewKind.LEGAL))
                .isInstanceOfSatisfying(Outcome.Refused.class, one -> assertThat(one.grounds())
                        .extracting(Ground::code)
                        .containsExactly("NOT_QUALIFIED"));
    }

    private void hired(String signIn, Map<String, String> qualification) {
        var form = new HashMap<>(qualification);
        form.putAll(Map.of("signIn", signIn, "name", "辛审", "agency", "market-330106", "roles", "REVIEWER"));
        try (var administrator = Visitor.signedIn(port, "tang.yue")) {
            assertThat(administrator.post("/people", form).statusCode()).isEqualTo(302);
        }
    }

    private Outcome review(String who, CaseFile file, Paper.ReviewKind kind) {
        return work.attempt(who, file, (room, step) ->
                room.review(step, Optional.of(kind), Paper.Advice.CONSENT, List.of(), "事实清楚，同意。"));
    }
}
