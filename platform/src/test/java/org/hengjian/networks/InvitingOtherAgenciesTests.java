package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.leads.Lead;
import org.hengjian.leads.LeadWork;
import org.hengjian.leads.LeadsMoved;
import org.hengjian.parties.Shops;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People of other agencies in an operation of the police: in by their own agency's word, out again, and what they see. */
@OnThePlatform
class InvitingOtherAgenciesTests {

    private static final String LEADER = "luo.jin";
    private static final String HEAD = "bai.shu";
    private static final String OFFICER = "fang.qing";
    private static final String KEEPER = "shen.zhiyao";
    private static final String KEEPERS_HEAD = "jiang.lin";
    private static final String YUHANG = "market-330110";
    private static final String XIHU = "market-330106";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Networks networks;

    @Autowired
    Operations operations;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    OpenedNodes openings;

    @Autowired
    Cooperations cooperations;

    @Autowired
    Shops shops;

    @Autowired
    Sellers sellers;

    @Autowired
    Weaver weaver;

    @Autowired
    LeadWork leadWork;

    @Autowired
    Persons persons;

    @Autowired
    Viewers viewers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** A lead of Xihu about a shop, the shop's key and its own. */
    private record Thing(String shop, String lead, String number) {}

    private Thing thing() {
        String name = "邀请小铺" + "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未".charAt(NUMBERS.getAndIncrement());
        Lead lead = leadWork.received(name, "正品包邮");
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            sellers.moved(new LeadsMoved(List.of(lead.number())));
            weaver.leads(List.of(lead.number()));
        }));
        long shop = persons.as(KEEPER, () -> shops.find("集市乙", "", name).orElseThrow()).id();
        return new Thing("shop-" + shop, "lead-" + lead.number(), lead.number());
    }

    private long operation(String key) {
        return persons.as(
                LEADER,
                () -> operations.open(key, "联合" + NUMBERS.get() + "号", "查清上家", Set.of(), Set.of()).id().orElseThrow());
    }

    private long person(String name) {
        return persons.viewer(name).person();
    }

    private Optional<String> invite(long operation, String agency, String person, String purpose, String reach) {
        return persons.as(LEADER, () -> invitations.invite(operation, agency, person, purpose, reach).map(Refused::why));
    }

    private long invited(long operation, String agency, String person, String reach) {
        assertThat(invite(operation, agency, person, "协查仓库", reach)).isEmpty();
        return persons.as(LEADER, () -> invitations.of(operation)).getFirst().id();
    }

    private Optional<String> answer(String who, long invitation, boolean accepted, Set<Long> joining, String words) {
        return persons.as(who, () -> invitations.answer(invitation, accepted, joining, words).map(Refused::why));
    }

    private long joined(long operation, String agency, String head, String officer, String reach) {
        long invitation = invited(operation, agency, "", reach);
        assertThat(answer(head, invitation, true, Set.of(person(officer)), "")).isEmpty();
        return invitation;
    }

    private Optional<String> takenIn(long operation, Set<Long> people) {
        return persons.as(LEADER, () -> members.takeIn(operation, people).map(Refused::why));
    }

    private long membership(long operation, String officer) {
        return persons.as(LEADER, () -> members.of(operation)).stream()
                .filter(one -> one.isIn() && one.person() == person(officer))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Optional<String> end(String who, long membership, String reason) {
        return persons.as(who, () -> members.end(membership, reason).map(Refused::why));
    }

    private boolean sees(String who, long operation) {
        return persons.as(who, () -> operations.find(operation)).isPresent();
    }

    private boolean sees(String who, String key) {
        return persons.as(who, () -> networks.find(key)).isPresent();
    }

    /** What it changes, undone at once. */
    private int attempt(String who, String sql, long id) {
        return persons.as(who, () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.sql(sql).param("id", id).update();
        })));
    }

    private static String page(Visitor visitor, String path) {
        return new String(visitor.get(path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void an_invited_agency_sees_the_invitation_and_after_its_word_its_people_see_the_operation() {
        long operation = operation(thing().shop());
        long invitation = invited(operation, YUHANG, "", "OPERATION");

        assertThat(persons.as(HEAD, () -> invitations.find(invitation)).orElseThrow().purpose()).isEqualTo("协查仓库");
        assertThat(persons.as(HEAD, () -> invitations.waiting())).isPositive();
        for (String other : List.of(OFFICER, KEEPER, KEEPERS_HEAD, "xie.lan", "tao.ran", "ye.zhou", "ning.yuan", "shen.ji", "admin")) {
            assertThat(persons.as(other, () -> invitations.find(invitation))).as(other).isEmpty();
        }
        assertThat(sees(HEAD, operation)).as("before the answer").isFalse();

        assertThat(answer(HEAD, invitation, true, Set.of(person(OFFICER)), "由方晴联系")).isEmpty();

        assertThat(sees(OFFICER, operation)).isTrue();
        for (String other : List.of(HEAD, KEEPER, "xie.lan", "tao.ran", "ye.zhou", "shen.ji", "admin")) {
            assertThat(sees(other, operation)).as(other).isFalse();
        }
        assertThat(persons.as(HEAD, () -> members.by(invitations.find(invitation).orElseThrow())))
                .extracting(Members.Member::name)
                .containsExactly("方晴");
        assertThat(persons.as(LEADER, () -> invitations.answered())).anyMatch(one -> one.id() == invitation);
        persons.as(LEADER, () -> invitations.see());
        assertThat(persons.as(LEADER, () -> invitations.answered())).noneMatch(one -> one.id() == invitation);
        assertThat(deeds(operation)).contains("networks.open-operation", "networks.invite", "networks.accept-invitation");
    }

    private List<String> deeds(long operation) {
        return persons.as("shen.ji", () -> java.util.Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(
                        "select deed from audit.entry where object = 'operation' and object_id = :id")
                .param("id", Long.toString(operation))
                .query(String.class)
                .list())));
    }

    @Test
    void a_person_invited_by_name_answers_alone() {
        long operation = operation(thing().shop());
        long invitation = invited(operation, YUHANG, "方晴", "OPERATION");

        assertThat(persons.as(HEAD, () -> invitations.find(invitation))).isEmpty();
        assertThatThrownBy(() -> answer(HEAD, invitation, true, Set.of(person(HEAD)), "")).isInstanceOf(NotFound.class);
        assertThat(answer(OFFICER, invitation, true, Set.of(person(HEAD)), "")).isEmpty();

        assertThat(sees(OFFICER, operation)).isTrue();
        assertThat(sees(HEAD, operation)).as("the one named comes, whoever was ticked").isFalse();
        assertThat(invite(operation, YUHANG, "方晴", "再来", "HELD")).contains("networks.invite.fault.member");
    }

    @Test
    void who_may_not_invite_and_what_is_missing_is_refused() {
        long operation = operation(thing().shop());

        assertThat(invite(operation, "没有这个局", "", "协查", "HELD")).contains("networks.invite.fault.agency");
        assertThat(invite(operation, "platform-jishijia", "", "协查", "HELD")).contains("networks.invite.fault.agency");
        assertThat(invite(operation, "procuratorate-330106", "", "协查", "HELD")).contains("networks.invite.fault.agency");
        assertThat(invite(operation, "police-330106", "", "协查", "HELD")).contains("networks.invite.fault.agency");
        assertThat(invite(operation, YUHANG, "", " ", "HELD")).contains("networks.invite.fault.purpose");
        assertThat(invite(operation, YUHANG, "", "多".repeat(1_001), "HELD")).contains("networks.invite.fault.purpose");
        assertThat(invite(operation, YUHANG, "", "协查", "ALL")).contains("networks.invite.fault.reach");
        assertThat(invite(operation, YUHANG, "沈知遥", "协查", "HELD")).contains("networks.invite.fault.person");
        assertThat(invite(operation, "customs-hangzhou", "", "协查", "HELD")).contains("networks.invite.fault.nobody");
        assertThat(invite(operation, YUHANG, "", "协查", "OPERATION")).isEmpty();
        assertThat(invite(operation, YUHANG, "", "再请", "OPERATION")).contains("networks.invite.fault.open");
        assertThatThrownBy(() -> persons.as(KEEPER, () -> invitations.invite(operation, YUHANG, "", "协查", "HELD")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> persons.as(KEEPER, () -> invitations.suggested("市场"))).isInstanceOf(Forbidden.class);

        persons.as(LEADER, () -> operations.end(operation));
        assertThat(invite(operation, YUHANG, "", "晚了", "HELD")).contains("networks.invite.fault.leader");
        assertThat(takenIn(operation, Set.of(person(LEADER)))).contains("networks.invite.fault.leader");
    }

    @Test
    void an_invitation_is_answered_once_with_people_of_ones_own_or_a_reason() {
        long operation = operation(thing().shop());
        long invitation = invited(operation, YUHANG, "", "OPERATION");

        assertThat(answer(HEAD, invitation, true, Set.of(), "")).contains("networks.invitation.fault.people");
        assertThat(answer(HEAD, invitation, true, Set.of(person(KEEPER)), "")).contains("networks.invitation.fault.people");
        assertThat(answer(HEAD, invitation, false, Set.of(), " ")).contains("networks.invitation.fault.words");
        assertThat(answer(HEAD, invitation, true, Set.of(person(OFFICER)), "多".repeat(1_001)))
                .contains("networks.invitation.fault.words");
        assertThat(answer(LEADER, invitation, true, Set.of(person(LEADER)), "")).contains("networks.invitation.fault.yours");
        assertThatThrownBy(() -> answer(OFFICER, invitation, true, Set.of(person(OFFICER)), "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answer("he.ming", invitation, true, Set.of(), "")).isInstanceOf(Forbidden.class);

        assertThat(answer(HEAD, invitation, false, Set.of(), "本局没有人手")).isEmpty();
        assertThat(answer(HEAD, invitation, true, Set.of(person(OFFICER)), "")).contains("networks.invitation.fault.done");
        assertThat(sees(OFFICER, operation)).isFalse();
        assertThat(persons.as(LEADER, () -> invitations.withdraw(invitation)).map(Refused::why))
                .contains("networks.invitation.fault.withdrawing");

        long second = invited(operation, YUHANG, "", "OPERATION");
        assertThat(persons.as(LEADER, () -> invitations.withdraw(second))).isEmpty();
        assertThat(answer(HEAD, second, true, Set.of(person(OFFICER)), "")).contains("networks.invitation.fault.done");
        long third = invited(operation, YUHANG, "", "OPERATION");
        persons.as(LEADER, () -> operations.end(operation));
        assertThat(answer(HEAD, third, true, Set.of(person(OFFICER)), "")).contains("networks.invitation.fault.done");
        assertThat(persons.as(HEAD, () -> invitations.find(third)).orElseThrow().state()).isEqualTo(Invitation.State.LAPSED);
        assertThat(deeds(operation)).contains("networks.decline-invitation", "networks.withdraw-invitation");
    }

    @Test
    void a_member_leaves_is_taken_out_or_called_back_and_the_history_keeps_it() {
        long operation = operation(thing().shop());
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        long first = membership(operation, OFFICER);
        assertThat(takenIn(operation, Set.of())).contains("networks.member.fault.people");
        assertThat(takenIn(operation, Set.of(person(KEEPER)))).contains("networks.member.fault.people");
        assertThat(takenIn(operation, Set.of(person(LEADER)))).as("who is in stays in once").isEmpty();
        assertThat(persons.as(LEADER, () -> members.of(operation))).hasSize(2);

        assertThat(end(OFFICER, first, " ")).contains("networks.member.fault.reason");
        assertThat(end(LEADER, membership(operation, LEADER), "不干了")).contains("networks.member.fault.yours");
        assertThat(end(OFFICER, membership(operation, LEADER), "换人")).contains("networks.member.fault.yours");
        assertThatThrownBy(() -> end(KEEPER, first, "与我无关")).isInstanceOf(NotFound.class);
        assertThat(end(OFFICER, first, "调离")).isEmpty();
        assertThat(sees(OFFICER, operation)).isFalse();
        assertThat(end(OFFICER, first, "再退")).contains("networks.member.fault.yours");

        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        assertThat(end(LEADER, membership(operation, OFFICER), "任务已完成")).isEmpty();
        assertThat(sees(OFFICER, operation)).isFalse();

        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        assertThat(end(HEAD, membership(operation, OFFICER), "另有任务")).isEmpty();
        assertThat(sees(OFFICER, operation)).isFalse();

        try (var leader = Visitor.signedIn(port, LEADER)) {
            assertThat(page(leader, "/networks/operations/" + operation))
                    .contains("调离").contains("任务已完成").contains("另有任务").contains("召回");
        }
        assertThat(deeds(operation)).contains("networks.leave", "networks.take-out", "networks.call-back");
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        persons.as(LEADER, () -> operations.end(operation));
        assertThat(sees(OFFICER, operation)).as("its members read what it was").isTrue();
        assertThat(end(OFFICER, membership(operation, OFFICER), "晚了")).contains("networks.member.fault.yours");
    }

    @Test
    void members_see_what_an_agency_opens_as_far_as_their_invitation_says_while_it_is_open() {
        Thing thing = thing();
        long operation = operation(thing.shop());
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        joined(operation, XIHU, KEEPERS_HEAD, KEEPER, "HELD");
        joined(operation, "copyright-330106", "mu.qing", "mu.qing", "HELD", "穆青");
        assertThat(sees(LEADER, thing.lead())).isFalse();

        assertThat(opens(OFFICER, operation, thing.number())).contains("networks.opening.fault.node");
        assertThat(opens(KEEPER, operation, "没有这条")).contains("networks.opening.fault.node");
        assertThat(opens(KEEPER, operation, thing.shop())).contains("networks.opening.fault.node");
        assertThatThrownBy(() -> opens(KEEPERS_HEAD, operation, thing.number())).isInstanceOf(NotFound.class);
        assertThat(opens(KEEPER, operation, thing.number())).isEmpty();
        assertThat(opens(KEEPER, operation, thing.lead())).as("twice is once").isEmpty();

        for (String member : List.of(LEADER, "mu.qing")) {
            assertThat(sees(member, thing.lead())).as(member).isTrue();
            var network = persons.as(member, () -> networks.of(thing.shop(), View.PLAIN));
            assertThat(network.node(thing.lead())).as(member).isPresent();
            assertThat(network.linksOf(network.node(thing.lead()).orElseThrow()))
                    .anyMatch(link -> link.ground() == Link.Ground.ABOUT);
            assertThat(network.sealedAt(network.start())).as("nothing more is behind it").isEmpty();
            assertThat(persons.as(member, () -> operations.held(operation))).extracting(Node::key).contains(thing.lead());
            assertThat(persons.as(member, () -> openings.sealed(operation))).isEmpty();
        }
        assertThat(sees(OFFICER, thing.lead())).as("invited for the operation alone").isFalse();
        assertThat(persons.as(OFFICER, () -> operations.held(operation))).isEmpty();
        assertThat(persons.as(OFFICER, () -> openings.sealed(operation)))
                .singleElement()
                .satisfies(agency -> assertThat(agency.code()).isEqualTo(XIHU));
        assertThat(persons.as(OFFICER, () -> networks.of(thing.shop(), View.PLAIN)).others()).hasSize(1);
        for (String other : List.of("guan.he", "lin.sen", HEAD)) {
            assertThat(sees(other, thing.lead())).as(other).isFalse();
        }
        try (var leader = Visitor.signedIn(port, LEADER)) {
            assertThat(page(leader, "/networks/" + thing.lead()))
                    .contains("仅供专案使用")
                    .doesNotContain("href=\"/leads/" + thing.number());
            assertThat(leader.get("/leads/" + thing.number()).statusCode()).as("the file stays closed").isEqualTo(404);
        }

        long opening = persons.as(KEEPER, () -> openings.of(operation)).getFirst().id();
        assertThat(persons.as(LEADER, () -> openings.close(opening)).map(Refused::why))
                .contains("networks.opening.fault.closing");
        assertThat(persons.as(KEEPER, () -> openings.close(opening))).isEmpty();
        assertThat(sees(LEADER, thing.lead())).as("closed").isFalse();

        assertThat(opens(KEEPER, operation, thing.number())).isEmpty();
        assertThat(end("mu.qing", membership(operation, "mu.qing"), "完成")).isEmpty();
        assertThat(sees("mu.qing", thing.lead())).as("left").isFalse();
        assertThat(end(KEEPERS_HEAD, membership(operation, KEEPER), "另有任务")).isEmpty();
        assertThat(sees(LEADER, thing.lead())).as("its agency is not in it any more").isFalse();
        joined(operation, XIHU, KEEPERS_HEAD, KEEPER, "HELD");
        assertThat(sees(LEADER, thing.lead())).isTrue();
        persons.as(LEADER, () -> operations.end(operation));
        assertThat(sees(LEADER, thing.lead())).as("ended").isFalse();
        assertThat(opens(KEEPER, operation, thing.number())).contains("networks.opening.fault.ended");
        assertThat(deeds(operation)).contains("networks.open-node", "networks.close-node");
    }

    private void joined(long operation, String agency, String answerer, String officer, String reach, String name) {
        long invitation = invited(operation, agency, name, reach);
        assertThat(answer(answerer, invitation, true, Set.of(person(officer)), "")).isEmpty();
    }

    private Optional<String> opens(String who, long operation, String named) {
        return persons.as(who, () -> openings.open(operation, named).map(Refused::why));
    }

    @Test
    void what_stays_sealed_can_be_asked_for_without_naming_the_operation() {
        Thing thing = thing();
        long operation = operation(thing.shop());
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        joined(operation, XIHU, KEEPERS_HEAD, KEEPER, "HELD");
        opens(KEEPER, operation, thing.number());
        long keeper = persons.viewer(KEEPER).agency();

        try (var officer = Visitor.signedIn(port, OFFICER)) {
            String at = "/networks/operations/" + operation;
            assertThat(page(officer, at)).contains("西湖").doesNotContain(thing.number());
            assertThat(officer.post(at + "/cooperation", Map.of("agency", "0", "words", "请提供")).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("#sealed"));
            officer.post(at + "/cooperation", Map.of("agency", Long.toString(keeper), "words", "请提供仓库线索"));
        }
        assertThat(persons.as(KEEPERS_HEAD, () -> cooperations.own()))
                .anySatisfy(one -> {
                    assertThat(one.key()).isEqualTo(thing.shop());
                    assertThat(one.words()).isEqualTo("请提供仓库线索");
                });
        persons.as(LEADER, () -> operations.end(operation));
    }

    @Test
    void the_database_refuses_what_the_pages_do_not_offer() {
        Thing thing = thing();
        long operation = operation(thing.shop());
        long invitation = invited(operation, YUHANG, "", "OPERATION");
        String inviting = "insert into networks.operation_invitation (operation_id, name, agency_id, asked_agency, purpose, reach,"
                + " invited_by, invited_at) values (:id, 'x', access.agency(), 999, 'x', 'HELD', 'x', now())";
        String joining = "insert into networks.operation_member (operation_id, person_id, name, agency_id, invitation_id, joined_at)"
                + " values (:id, " + person(OFFICER) + ", 'x', access.agency(), " + invitation + ", now())";
        String accepting = "update networks.operation_invitation set accepted = true, answered_person = access.person(),"
                + " answered_by = 'x', answered_at = now() where id = :id";
        String withdrawing = "update networks.operation_invitation set withdrawn_by = 'x', withdrawn_at = now() where id = :id";
        String opening = "insert into networks.operation_opening (operation_id, node_key, agency_id, opened_by, opened_at)"
                + " values (:id, '" + thing.lead() + "', access.agency(), 'x', now())";

        for (String who : List.of(HEAD, OFFICER, KEEPERS_HEAD, "ye.zhou", "admin")) {
            assertThatThrownBy(() -> attempt(who, inviting, operation)).as(who).hasStackTraceContaining("row-level security");
        }
        for (String who : List.of(HEAD, OFFICER, LEADER)) {
            assertThatThrownBy(() -> attempt(who, joining, operation)).as("before the answer, " + who)
                    .hasStackTraceContaining("row-level security");
        }
        for (String who : List.of(OFFICER, KEEPERS_HEAD, "ye.zhou", "admin")) {
            assertThat(attempt(who, accepting, invitation)).as(who).isZero();
            assertThat(attempt(who, withdrawing, invitation)).as(who).isZero();
        }
        assertThatThrownBy(() -> attempt(LEADER, accepting, invitation)).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> attempt(HEAD, withdrawing, invitation)).hasStackTraceContaining("row-level security");
        for (String rewriting : List.of("reach = 'HELD'", "purpose = 'x'", "asked_agency = 1", "operation_id = 1", "person_id = 1")) {
            for (String who : List.of(HEAD, LEADER)) {
                assertThatThrownBy(() -> attempt(who, "update networks.operation_invitation set " + rewriting + " where id = :id", invitation))
                        .as(rewriting)
                        .hasStackTraceContaining("permission denied");
            }
        }
        assertThat(answer(HEAD, invitation, true, Set.of(person(OFFICER)), "")).isEmpty();
        assertThatThrownBy(() -> attempt(OFFICER, joining.replace(person(OFFICER) + ", 'x'", person(HEAD) + ", 'x'"), operation))
                .as("only who answered says who comes")
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> attempt(LEADER, joining.replace("access.agency()", Long.toString(persons.viewer(HEAD).agency())), operation))
                .hasStackTraceContaining("row-level security");

        for (String who : List.of(OFFICER, LEADER, KEEPER, KEEPERS_HEAD)) {
            assertThatThrownBy(() -> attempt(who, opening, operation)).as(who).hasStackTraceContaining("row-level security");
        }
        long theirs = membership(operation, OFFICER);
        long leaders = membership(operation, LEADER);
        String ending = "update networks.operation_member set ended_at = now(), ended_by = 'x', end_reason = 'x', end_kind = '%s' where id = :id";
        for (String who : List.of(KEEPER, "ye.zhou", "admin")) {
            assertThat(attempt(who, ending.formatted("TAKEN_OUT"), theirs)).as(who).isZero();
        }
        assertThat(attempt(OFFICER, ending.formatted("TAKEN_OUT"), leaders)).isZero();
        assertThat(attempt(LEADER, ending.formatted("LEFT"), leaders)).as("the leader stays").isZero();
        assertThatThrownBy(() -> attempt(LEADER, ending.formatted("LEFT"), theirs)).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> attempt(OFFICER, ending.formatted("TAKEN_OUT"), theirs)).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> attempt(OFFICER, "update networks.operation_member set person_id = 1 where id = :id", theirs))
                .hasStackTraceContaining("permission denied");
        for (String table : List.of("operation_invitation", "operation_member", "operation_opening")) {
            assertThatThrownBy(() -> attempt(LEADER, "delete from networks." + table + " where id = :id", theirs))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void who_changes_agency_or_loses_the_role_is_out() {
        long operation = operation(thing().shop());
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        Viewer officer = persons.viewer(OFFICER);
        Viewer elsewhere = new Viewer(
                officer.person(), officer.name(), persons.viewer(KEEPER).agency(), "", officer.line(), 330106, officer.scope(),
                officer.roles());
        Viewer without = new Viewer(
                officer.person(), officer.name(), officer.agency(), "", officer.line(), officer.region(), officer.scope(),
                Set.of(org.hengjian.access.Role.ADMINISTRATOR));

        assertThat(viewers.as(officer, () -> operations.find(operation))).isPresent();
        assertThat(viewers.as(elsewhere, () -> operations.find(operation))).isEmpty();
        assertThat(viewers.as(without, () -> operations.find(operation))).isEmpty();
    }

    @Test
    @Tag("browser")
    void two_agencies_go_the_whole_way_of_an_operation() {
        Thing thing = thing();
        long operation = operation(thing.shop());
        joined(operation, YUHANG, HEAD, OFFICER, "OPERATION");
        try (var police = Browser.desktop(port)) {
            police.signIn(LEADER);
            police.go("/networks/operations/" + operation).sees("还没有并入案件").isAccessible();
            police.type("agency", XIHU).type("purpose", "查清该店的上家和仓库").tick("input[value=HELD]").submit();
            police.sees("已邀请，等待答复").sees("待答复").isAccessible();
            police.picture("networks-operation-invited");
        }
        try (var head = Browser.desktop(port)) {
            head.signIn(KEEPERS_HEAD);
            head.go("/networks").sees("专案邀请").sees("查清该店的上家和仓库").isAccessible();
            head.picture("networks-home-invited");
            String name = persons.as(LEADER, () -> operations.find(operation)).orElseThrow().name();
            head.click(name).sees("看到的范围").isAccessible();
            head.click("不接受").sees("不接受须写明理由").isAccessible();
            head.tick("input[name=member][value='" + person(KEEPER) + "']").type("words", "由沈知遥联系").click("接受邀请");
            head.sees("参加的人").isAccessible();
            head.picture("networks-invitation");
        }
        try (var keeper = Browser.desktop(port, Locale.ENGLISH)) {
            keeper.signIn(KEEPER);
            keeper.go("/networks/operations/" + operation).sees("What the operation holds").isAccessible();
            keeper.type("node", thing.number()).click("Open to members").sees("Open to members by").isAccessible();
            keeper.picture("networks-operation-member-en");
        }
        try (var police = Browser.desktop(port)) {
            police.signIn(LEADER);
            police.go("/networks").sees("已接受").isAccessible();
            police.go("/networks/operations/" + operation).sees(thing.number()).isAccessible();
            police.picture("networks-operation-leader");
            police.click(thing.number()).sees("仅供专案使用").isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(OFFICER);
            phone.go("/networks/operations/" + operation).sees("另有其他机关保管").isAccessible();
            phone.picture("networks-operation-phone");
            assertThat(phone.says(thing.number())).isFalse();
            phone.click("退出…").type("reason", "任务已完成").click("退出专案");
            phone.sees("已不在专案中").isAccessible();
        }
        try (var phone = Browser.phone(port)) {
            phone.signIn(KEEPERS_HEAD);
            phone.go("/networks#invitations").isAccessible();
            phone.click(persons.as(LEADER, () -> operations.find(operation)).orElseThrow().name());
            phone.sees("召回…").isAccessible();
            phone.picture("networks-invitation-phone");
        }
        persons.as(LEADER, () -> operations.end(operation));
    }
}
