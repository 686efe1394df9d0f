package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.audit.Entry;
import org.hengjian.shell.Conflict;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThePlatform
class WorkingOnALeadTests {

    @Autowired
    Leads leads;

    @Autowired
    Deeds deeds;

    @Autowired
    Audit audit;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    @Autowired
    Clock clock;

    private Lead aLead(String seller) {
        var offer = Offers.of(Offers.batch(), persons.viewer("shen.zhiyao").agency(), "衡溪A货 代购级 卫衣", seller);
        return viewers.as(Viewer.machine(), () -> {
            leads.receive(List.of(offer));
            return leads.ofListing(Objects.requireNonNull(offer.listing())).orElseThrow();
        });
    }

    private Lead now(Lead lead) {
        return viewers.as(Viewer.machine(), () -> leads.find(lead.number()).orElseThrow());
    }

    private Visit visit(Outcome outcome) {
        return new Visit(outcome, "网店", "店铺在售，主图有商标", LocalDate.now(clock), List.of());
    }

    @Test
    void an_officer_verifies_and_the_case_takes_it_over_and_each_step_is_in_the_log() {
        var lead = aLead("甲铺");

        persons.as("shen.zhiyao", () -> {
            assertThat(deeds.start(lead.number(), lead.version())).isInstanceOf(Answer.Done.class);
            assertThat(deeds.record(lead.number(), Deeds.ANY_VERSION, visit(Outcome.CONFIRMED)))
                    .isInstanceOf(Answer.Done.class);
            assertThat(leads.filed(lead.number(), "杭西市监案〔2026〕1号")).isInstanceOf(Answer.Done.class);
        });

        assertThat(now(lead).stage()).isEqualTo(new Stage.Filed("杭西市监案〔2026〕1号"));
        assertThat(viewers.as(Viewer.machine(), () -> audit.of("lead", lead.number())))
                .extracting(Entry::deed)
                .containsExactly("leads.file", "leads.record", "leads.start");
    }

    @Test
    void an_unverified_lead_is_not_filed_and_the_answer_says_what_to_do() {
        var lead = aLead("乙铺");

        var answer = persons.as("shen.zhiyao", () -> leads.filed(lead.number(), "案号"));

        assertThat(answer).isEqualTo(Answer.Refused.of("leads.no.NOT_VERIFIED", lead.number()));
        assertThat(now(lead)).isEqualTo(lead);
    }

    @Test
    void who_comes_second_is_told_who_was_first() {
        var lead = aLead("丙铺");
        persons.as("lu.wendi", () -> {
            deeds.start(lead.number(), lead.version());
        });

        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> {
                    deeds.dismiss(lead.number(), lead.version(), "slight", "");
                }))
                .isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.who()).isEqualTo("陆闻笛"));
        assertThat(now(lead).stage()).isInstanceOf(Stage.Verifying.class);
    }

    @Test
    void an_officer_of_another_agency_finds_nothing_and_one_who_only_sees_it_may_not_act() {
        var lead = aLead("丁铺");

        assertThat(persons.as("fang.qing", () -> leads.find(lead.number()))).isEmpty();
        assertThatThrownBy(() -> persons.as("fang.qing", () -> {
                    deeds.start(lead.number(), lead.version());
                }))
                .isInstanceOf(NotFound.class);
        persons.as("shen.zhiyao", () -> {
            deeds.transfer(lead.number(), lead.version(), "market-330110", "卖家在余杭区");
        });
        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> {
                    deeds.start(lead.number(), Deeds.ANY_VERSION);
                }))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void a_transferred_lead_is_the_other_agencys_with_a_clock_from_that_day_and_the_old_one_still_sees_it() {
        var lead = aLead("戊铺");

        var answer = persons.as(
                "shen.zhiyao", () -> deeds.transfer(lead.number(), lead.version(), "market-330110", "卖家在余杭区"));

        assertThat(answer).isInstanceOf(Answer.Done.class);
        var moved = persons.as("fang.qing", () -> leads.find(lead.number()).orElseThrow());
        assertThat(moved.agency()).isEqualTo(persons.viewer("fang.qing").agency());
        assertThat(moved.stage()).isEqualTo(new Stage.Transferred(lead.agency()));
        assertThat(moved.clockFrom()).isEqualTo(LocalDate.now(clock));
        assertThat(persons.as("shen.zhiyao", () -> leads.find(lead.number()))).contains(moved);
    }

    @Test
    void a_dismissal_is_taken_back_at_once_by_who_did_it_and_by_nobody_else() {
        var lead = aLead("己铺");
        var bulk = persons.as("shen.zhiyao", () -> deeds.dismissAll(List.of(lead.number()), "slight", ""));
        assertThat(now(lead).stage()).isEqualTo(new Stage.Dismissed("slight"));

        assertThat(persons.as("lu.wendi", () -> deeds.undo(bulk.step()))).isZero();
        assertThat(persons.as("shen.zhiyao", () -> deeds.undo(bulk.step()))).isEqualTo(1);

        assertThat(now(lead).stage()).isEqualTo(lead.stage());
        assertThat(now(lead).due()).isEqualTo(lead.due());
    }

    @Test
    void merged_leads_keep_their_file_and_clock_and_split_again() {
        var main = aLead("庚铺");
        var other = aLead("庚铺");

        persons.as("shen.zhiyao", () -> {
            assertThat(deeds.merge(main.number(), main.version(), List.of(other.number()))).isInstanceOf(Answer.Done.class);
        });
        assertThat(now(other).stage()).isEqualTo(new Stage.Merged(main.number()));
        assertThat(now(other).due()).isEqualTo(other.due());
        persons.as("shen.zhiyao", () -> {
            assertThat(deeds.split(other.number(), Deeds.ANY_VERSION)).isInstanceOf(Answer.Done.class);
        });

        assertThat(now(other).stage()).isEqualTo(other.stage());
        assertThat(now(other).goods()).isEqualTo(other.goods());
        assertThat(now(other).explanation()).isEqualTo(other.explanation());
    }

    @Test
    void the_head_extends_once_as_the_law_allows_and_the_due_day_moves() {
        var lead = aLead("辛铺");
        persons.as("shen.zhiyao", () -> {
            assertThat(deeds.askExtension(lead.number(), lead.version(), "等待权利人辨认")).isInstanceOf(Answer.Done.class);
        });

        persons.as("jiang.lin", () -> {
            assertThat(deeds.answerExtension(lead.number(), Deeds.ANY_VERSION, true, "同意")).isInstanceOf(Answer.Done.class);
        });

        assertThat(now(lead).due()).isAfter(Objects.requireNonNull(lead.due()));
        assertThat(persons.as("shen.zhiyao", () -> deeds.askExtension(lead.number(), Deeds.ANY_VERSION, "再延")))
                .isEqualTo(Answer.Refused.of("leads.no.extend.law"));
    }
}
