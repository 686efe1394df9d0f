package org.hengjian.leads;

import java.util.Locale;
import java.util.Set;
import org.hengjian.access.Role;

/** What is done to a lead, and by whom. */
public enum Verb {
    /** 分派. */
    ASSIGN(Role.OFFICER, Role.HEAD),
    /** 开始核查. */
    START(Role.OFFICER),
    /** 记录核查. */
    RECORD(Role.OFFICER),
    /** 申请延长; the head answers. */
    EXTEND(Role.OFFICER),
    /** 移交其他机关. */
    TRANSFER(Role.OFFICER, Role.HEAD),
    /** 不予立案. */
    DISMISS(Role.OFFICER, Role.HEAD),
    /** 恢复. */
    REOPEN(Role.HEAD),
    /** 合并. */
    MERGE(Role.OFFICER, Role.HEAD),
    /** 拆分. */
    SPLIT(Role.OFFICER, Role.HEAD),
    /** 立案. */
    FILE(Role.OFFICER, Role.HEAD),
    /** 共享: with an office that brought in what hangs here. */
    SHARE(Role.OFFICER, Role.HEAD),
    /** 停止共享. */
    WITHHOLD(Role.OFFICER, Role.HEAD);

    private final Set<Role> roles;

    Verb(Role... roles) {
        this.roles = Set.of(roles);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** As in the log: {@code leads.assign}. */
    public String deed() {
        return "leads." + name().toLowerCase(Locale.ROOT);
    }
}
