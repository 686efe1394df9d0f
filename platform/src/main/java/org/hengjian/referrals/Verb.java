package org.hengjian.referrals;

import java.util.List;
import org.hengjian.access.Role;

/** The steps of a referral, with the roles that may take each, the usual one first. */
public enum Verb {
    /** 批准移送. */
    APPROVE(Role.HEAD),
    /** 不批准移送. */
    REJECT(Role.HEAD),
    /** 移送. */
    SEND(Role.OFFICER),
    /** 签收回执. */
    RECEIVE(Role.POLICE),
    /** 受案. */
    ACCEPT(Role.POLICE),
    /** 转送有管辖权的公安机关. */
    FORWARD(Role.POLICE),
    /** 退回：不属于公安机关职责范围. */
    RETURN(Role.POLICE),
    /** 要求补正. */
    ASK_MORE(Role.POLICE),
    /** 补正. */
    SUPPLY(Role.OFFICER),
    /** 延长审查期限. */
    EXTEND(Role.POLICE),
    /** 立案. */
    FILE(Role.POLICE),
    /** 不予立案. */
    DECLINE(Role.POLICE),
    /** 移交涉案物品和材料. */
    HAND_OVER(Role.OFFICER),
    /** 提请复议. */
    ASK_RECONSIDERATION(Role.OFFICER),
    /** 维持不予立案. */
    UPHOLD(Role.POLICE),
    /** 建议立案监督. */
    ASK_SUPERVISION(Role.OFFICER),
    /** 要求说明不立案理由. */
    ASK_REASONS(Role.PROSECUTOR),
    /** 说明不立案理由. */
    GIVE_REASONS(Role.POLICE),
    /** 通知立案. */
    ORDER_FILING(Role.PROSECUTOR),
    /** 终结监督. */
    END_SUPERVISION(Role.PROSECUTOR),
    /** 收回依法处理. */
    TAKE_BACK(Role.HEAD),
    /** 反馈侦查结果. */
    CONCLUDE(Role.POLICE),
    /** 反馈起诉. */
    PROSECUTE(Role.PROSECUTOR),
    /** 反馈不起诉. */
    REFRAIN(Role.PROSECUTOR),
    /** 反馈判决: by the clerk of the court, or by the prosecutor. */
    JUDGE(Role.PROSECUTOR, Role.COURT_CLERK),
    /** 移送行政机关处理. */
    HAND_BACK(Role.POLICE),
    /** 反向移送，提出检察意见. */
    REVERSE(Role.PROSECUTOR),
    /** 回复. */
    REPLY(Role.OFFICER);

    private final List<Role> roles;

    Verb(Role... roles) {
        this.roles = List.of(roles);
    }

    /** The usual one. */
    public Role role() {
        return roles.getFirst();
    }

    public List<Role> roles() {
        return roles;
    }

    public Side side() {
        return Side.of(role());
    }

    /** The last part of addresses, {@code ask-more}. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
