package org.hengjian.agencies;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import org.hengjian.access.SignedIn;
import org.hengjian.access.Viewer;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.jspecify.annotations.Nullable;

/** A person as the security chain keeps them in the session: who, for which agency, in which roles. */
final class SignedInPerson implements UserDetails, SignedIn, CredentialsContainer {

    @Serial
    private static final long serialVersionUID = 1;

    private final String signIn;
    private final Viewer viewer;
    private final boolean mustChangePassword;
    private final boolean locked;
    private @Nullable String hash;

    SignedInPerson(String signIn, String hash, Viewer viewer, boolean mustChangePassword, boolean locked) {
        this.signIn = signIn;
        this.hash = hash;
        this.viewer = viewer;
        this.mustChangePassword = mustChangePassword;
        this.locked = locked;
    }

    @Override
    public Viewer viewer() {
        return viewer;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<SimpleGrantedAuthority> authorities = viewer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return authorities;
    }

    @Override
    public @Nullable String getPassword() {
        return hash;
    }

    @Override
    public String getUsername() {
        return signIn;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public void eraseCredentials() {
        hash = null;
    }

    @Override
    public String toString() {
        return "SignedInPerson[" + viewer.person() + "]";
    }
}
