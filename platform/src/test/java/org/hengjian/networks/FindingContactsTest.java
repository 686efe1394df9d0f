package org.hengjian.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingContactsTest {

    @Test
    void phones_and_messenger_accounts_are_read_out_of_a_title() {
        var contacts = Contacts.in("高仿卫衣 加V：amu_kanban 或 139 0000 1107，价格13800");

        assertThat(contacts.phones()).containsExactly("13900001107");
        assertThat(contacts.accounts()).containsExactly("amu_kanban");
        assertThat(Contacts.in("纯棉卫衣 2026新款 100件")).isEqualTo(Contacts.NONE);
    }

    @Test
    void what_is_shown_of_them_is_masked() {
        assertThat(Contacts.hidden("加V：amu_kanban 或 13900001107")).isEqualTo("加V：amu*** 或 139****1107");
        assertThat(new Contacts(java.util.List.of("13900001107"), java.util.List.of()).toString()).doesNotContain("1107");
    }
}
