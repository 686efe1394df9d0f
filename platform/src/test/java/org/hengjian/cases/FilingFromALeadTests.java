package org.hengjian.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.hengjian.leads.LeadWork;
import org.hengjian.leads.Stage;
import org.hengjian.statutes.Ground;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The arrow from a verified lead to a case. */
@OnThePlatform
class FilingFromALeadTests {

    @LocalServerPort
    int port;

    @Autowired
    LeadWork leads;

    @Autowired
    CaseWork work;

    @Autowired
    Cases cases;

    @Autowired
    Persons persons;

    @Test
    void the_lead_is_filed_in_the_same_moment_as_the_case() {
        var lead = leads.verified("立案甲铺");
        var proposed = work.proposed(lead.number());
        assertThat(leads.now(lead.number()).stage()).isInstanceOf(Stage.Verified.class);

        var filed = work.step(CaseWork.HEAD, proposed, Cases::approve);

        assertThat(leads.now(lead.number()).stage()).isEqualTo(new Stage.Filed(filed.name()));
        assertThat(persons.as(CaseWork.OFFICER, () -> cases.ofLead(lead.number()))).isPresent();
    }

    @Test
    void an_unverified_lead_is_not_filed() {
        var lead = leads.received("立案乙铺");

        var outcome = persons.as(CaseWork.OFFICER, () -> cases.propose(work.request(lead.number())));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.grounds())
                .extracting(Ground::code)
                .containsExactly("LEAD_NOT_VERIFIED"));
    }

    @Test
    @Tag("browser")
    void the_form_starts_with_what_the_lead_says() {
        var lead = leads.verified("立案丙铺");
        try (var browser = Browser.desktop(port)) {
            browser.signIn(CaseWork.OFFICER)
                    .until(page -> !page.address().startsWith("/sign-in"))
                    .go("/cases/new?lead=" + lead.number());

            assertThat(browser.find("[name=partyName]").getDomProperty("value")).isEqualTo("立案丙铺");
            assertThat(browser.find("[name=sourceNumber]").getDomProperty("value")).isEqualTo(lead.number());
            assertThat(browser.find("[name=venueGround]").getDomProperty("value")).isEqualTo("SHOP_PLACE");
            assertThat(browser.find("[name=venueText]").getDomProperty("value")).contains("西湖区", "属于本机关辖区");
            browser.isAccessible().picture("filing-venue").go("/cases/new").sees("请选择");
            assertThat(browser.find("[name=venueGround]").getDomProperty("value")).as("nothing said, nothing chosen").isEmpty();
        }
        try (var browser = Browser.phone(port)) {
            browser.signIn(CaseWork.OFFICER)
                    .until(page -> !page.address().startsWith("/sign-in"))
                    .go("/cases/new?lang=en&lead=" + lead.number())
                    .sees("Jurisdiction rests on");
            browser.isAccessible().picture("filing-venue-phone-en");
        }
    }
}
