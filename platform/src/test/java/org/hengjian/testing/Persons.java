package org.hengjian.testing;

import java.util.function.Supplier;
import org.hengjian.access.SignedIn;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Acts as the people of the demonstration, by their sign-in names: {@code persons.as("shen.zhiyao", () -> …)}. */
@Component
public class Persons {

    public static final String PASSWORD = "hengjian-demo-2026";

    private final UserDetailsService people;
    private final Viewers viewers;

    Persons(UserDetailsService people, Viewers viewers) {
        this.people = people;
        this.viewers = viewers;
    }

    public Viewer viewer(String signIn) {
        return ((SignedIn) people.loadUserByUsername(signIn)).viewer();
    }

    public <T> T as(String signIn, Supplier<T> work) {
        return viewers.as(viewer(signIn), work);
    }

    public void as(String signIn, Runnable work) {
        viewers.as(viewer(signIn), work);
    }
}
