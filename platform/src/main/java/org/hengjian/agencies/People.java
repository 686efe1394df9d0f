package org.hengjian.agencies;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hengjian.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the agencies, as far as the viewer sees them. */
@Service
@Transactional(readOnly = true)
public class People {

    private static final String SELECT =
            """
            select p.id, p.name, p.name_latin, p.licence, p.agency_id as agency,
                   p.legal_certificate, p.legal_certified_on, p.legal_review_since,
                   coalesce((select string_agg(role, ',') from agencies.person_role where person_id = p.id), '') as roles
              from agencies.person p
            """;
    private static final String BY_ID = SELECT + " where p.id = :id";
    private static final String OF_AGENCY = SELECT
            + """
             where p.agency_id = :agency
               and p.active
             order by p.name, p.id
            """;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param licence number of the enforcement licence (执法证), empty for those who need none
     * @param review  what fits the person for legal review
     */
    public record Person(
            long id,
            String name,
            String nameLatin,
            String licence,
            long agency,
            Set<Role> roles,
            LegalQualification review) {

        public Person {
            roles = Set.copyOf(roles);
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    public Optional<Person> find(long id) {
        return jdbc.sql(BY_ID).param("id", id).query(People::person).optional();
    }

    /** Those of an agency who are active and hold one of the roles; all when none is given. */
    public List<Person> of(long agency, Role... roles) {
        return jdbc.sql(OF_AGENCY).param("agency", agency).query(People::person).list().stream()
                .filter(person -> roles.length == 0 || Arrays.stream(roles).anyMatch(person::has))
                .toList();
    }

    private static Person person(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        String roles = row.getString("roles");
        return new Person(
                row.getLong("id"),
                row.getString("name"),
                row.getString("name_latin"),
                row.getString("licence"),
                row.getLong("agency"),
                roles.isEmpty()
                        ? Set.of()
                        : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                new LegalQualification(
                        row.getString("legal_certificate"),
                        Optional.ofNullable(row.getObject("legal_certified_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("legal_review_since", LocalDate.class))));
    }
}
