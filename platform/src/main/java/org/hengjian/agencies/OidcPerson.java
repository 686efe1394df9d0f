package org.hengjian.agencies;

import java.io.Serial;
import org.hengjian.access.SignedIn;
import org.hengjian.access.Viewer;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** One of our people, vouched for by the organisation's own sign-in (统一认证). */
final class OidcPerson extends DefaultOidcUser implements SignedIn {

    @Serial
    private static final long serialVersionUID = 1;

    private final SignedInPerson person;

    OidcPerson(SignedInPerson person, OidcUser vouched) {
        super(person.getAuthorities(), vouched.getIdToken(), vouched.getUserInfo());
        this.person = person;
    }

    @Override
    public Viewer viewer() {
        return person.viewer();
    }

    @Override
    public String getName() {
        return person.getUsername();
    }
}
