package org.hengjian.screening;

import java.util.ArrayList;
import java.util.List;

/** Rights compiled together (索引段); a snapshot has a large one and a few small ones added since. */
record Segment(List<Right> rights, long[] classes, Index index) {

    /** @param claims words that are searched in the same pass; only the large segment carries them */
    static Segment of(List<Right> rights, List<Claim> claims) {
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
            for (String model : right.models()) {
                add(forms, owner, Form.Role.MODEL, model);
            }
        }
        for (int i = 0; i < claims.size(); i++) {
            forms.addAll(Form.ofClaim(i, claims.get(i)));
        }
        long[] classes = new long[rights.size()];
        for (int owner = 0; owner < classes.length; owner++) {
            for (int c : rights.get(owner).classes()) {
                classes[owner] |= 1L << c;
            }
        }
        return new Segment(List.copyOf(rights), classes, new Index(forms));
    }

    private static void add(List<Form> forms, int owner, Form.Role role, String written) {
        Form form = Form.of(owner, role, written);
        if (!form.searchable()) {
            return;
        }
        for (int i = forms.size() - 1; i >= 0 && forms.get(i).owner() == owner; i--) {
            if (forms.get(i).letters().equals(form.letters())) {
                if (form.marked()) {
                    forms.set(i, form); // Lancome, Lancôme: whoever writes its marks adds none
                }
                return;
            }
        }
        forms.add(form);
    }
}
