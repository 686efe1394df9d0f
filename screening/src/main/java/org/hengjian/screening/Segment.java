package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;

/** Rights compiled together (索引段); a snapshot has a large one and a few small ones added since. */
record Segment(List<Right> rights, Index index) {

    static Segment of(List<Right> rights) {
        var forms = new ArrayList<Form>();
        for (int owner = 0; owner < rights.size(); owner++) {
            Right right = rights.get(owner);
            add(forms, owner, Form.Role.NAME, right.name());
            for (String latin : right.latin()) {
                add(forms, owner, Form.Role.NAME, latin);
            }
            for (String alias : right.aliases()) {
                add(forms, owner, Form.Role.NAME, alias);
            }
            for (String nickname : right.nicknames()) {
                add(forms, owner, Form.Role.NICKNAME, nickname);
            }
        }
        return new Segment(List.copyOf(rights), new Index(forms, true));
    }

    private static void add(List<Form> forms, int owner, Form.Role role, String written) {
        Form form = Form.of(owner, role, written);
        if (form.searchable()
                && forms.stream()
                        .skip(Math.max(0, forms.size() - 40))
                        .noneMatch(f -> f.owner() == owner && f.letters().equals(form.letters()))) {
            forms.add(form);
        }
    }
}
