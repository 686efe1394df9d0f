package org.hengjian.access;

/** What a person may do in the agency they sign in for. A person may hold several. */
public enum Role {
    /** 执法人员: intake, verification, investigation. */
    OFFICER,
    /** 法制审核人员: reviews what officers propose. */
    REVIEWER,
    /** 机关负责人: approves and decides. */
    HEAD,
    /** 双打办分析人员: plans, statistics, dispatch. */
    ANALYST,
    /** 公安民警. */
    POLICE,
    /** 检察官. */
    PROSECUTOR,
    /** 法院书记员. */
    COURT_CLERK,
    /** 平台合规负责人. */
    PLATFORM,
    /** 权利人或其代理人. */
    RIGHTS_HOLDER,
    /** 审计人员: reads logs, changes nothing. */
    AUDITOR,
    /** 管理员: agencies, people, roles; sees no case for that. */
    ADMINISTRATOR
}
