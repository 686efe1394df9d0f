package org.hengjian.adjudications;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who handles it (合议组): adjudicators in an odd number, one of whom presides, and a clerk (书记员).
 *
 * @param members all adjudicators, the one who presides first
 */
public record Panel(List<Member> members, Member clerk) {

    /** A person of the agency. @param name as on the documents of that day */
    public record Member(long id, String name) {}

    public Panel {
        members = List.copyOf(members);
    }

    Member presiding() {
        return members.getFirst();
    }

    boolean judges(long person) {
        return members.stream().anyMatch(member -> member.id() == person);
    }

    boolean has(long person) {
        return judges(person) || clerk.id() == person;
    }

    List<Member> all() {
        return Stream.concat(members.stream(), Stream.of(clerk)).toList();
    }

    /** Someone else in the place of one who is recused. */
    Panel replacing(long out, Member in) {
        return new Panel(
                members.stream().map(member -> member.id() == out ? in : member).toList(), clerk.id() == out ? in : clerk);
    }
}
