package org.hengjian.agencies;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.tables.RuleTable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts in place what the product knows of regions and agencies; adds what is missing, changes nothing that is there.
 */
@Component
public class Founding {

    private static final String REGION =
            """
            insert into agencies.region (code, name, name_en, parent, level)
            values (:code, :name, :nameEn, :parent, :level)
            on conflict (code) do nothing
            """;
    private static final String TYPE =
            """
            insert into agencies.agency_type (code, line, name, name_en, kind, scope, source)
            values (:code, :line, :name, :nameEn, :kind, :scope, :source)
            on conflict (code) do nothing
            """;
    private static final String AGENCY =
            "insert into agencies.agency (code, type) values (:code, :type) on conflict (code) do nothing";
    private static final String RECORD =
            """
            insert into agencies.agency_record
                   (agency_id, from_day, to_day, name, name_en, short_name, parent_id, region, powers, ground)
            select a.id, :from, :to, :name, :nameEn, :shortName,
                   (select id from agencies.agency where code = :parent), :region,
                   coalesce(string_to_array(nullif(:powers, ''), '|'), '{}'), :ground
              from agencies.agency a
             where a.code = :code
               and not exists (select from agencies.agency_record r
                                where r.agency_id = a.id
                                  and daterange(r.from_day, r.to_day, '[]')
                                      && daterange(cast(:from as date), cast(:to as date), '[]'))
            """;
    private static final String FOUNDED =
            """
            insert into agencies.founding (seed, hash)
            values (:seed, :hash)
            on conflict (seed) do update set hash = excluded.hash where founding.hash <> excluded.hash
            """;
    private static final String PERSON =
            """
            insert into agencies.person (sign_in, name, name_latin, licence, legal_certificate, legal_certified_on, agency_id,
                   line, region)
            select :signIn, :name, :nameLatin, :licence, :certificate, :certifiedOn, a.id, t.line, r.region
              from agencies.agency a
              join agencies.agency_type t on t.code = a.type
              join agencies.agency_record r on r.agency_id = a.id and r.to_day is null
             where a.code = :agency
            on conflict (sign_in) do nothing
            returning id
            """;
    private static final String ROLE = "insert into agencies.person_role (person_id, role) values (:person, :role)";
    private static final String CREDENTIAL =
            "insert into agencies.credential (person_id, hash, changed_at) values (:person, :hash, :at)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final PasswordEncoder passwords;
    private final Regions regions;

    Founding(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Viewers viewers,
            PasswordEncoder passwords,
            Regions regions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
        this.passwords = passwords;
        this.regions = regions;
    }

    /** Regions, types and the agencies that every installation has; brought in anew when the files have changed. */
    @PostConstruct // before the first request is let in
    void found() {
        once("regions", new ClassPathResource("seed/agencies/regions.csv"), this::region);
        once("types", new ClassPathResource("seed/agencies/types.csv"), this::type);
        agencies("agencies", new ClassPathResource("seed/agencies/agencies.csv"));
        regions.forget();
    }

    /**
     * Agencies from a file with {@code code,type,from,to,name,name_en,short_name,parent,region,powers,ground}, one line
     * a dated record; an agency that is there already keeps its records.
     *
     * @param seed name under which it is remembered that the file was brought in
     */
    public void agencies(String seed, Resource file) {
        once(seed, file, this::agencyRecord);
    }

    /**
     * People from a file with {@code sign_in,name,name_latin,licence,agency,roles,legal_certificate,legal_certified_on},
     * all with one password; those who are
     * there already stay as they are.
     */
    public void people(Resource file, String password) {
        String hash = passwords.encode(password);
        once("people", file, row -> person(row, hash));
    }

    private void once(String seed, Resource file, Consumer<CSVRecord> row) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> {
            String hash = hash(file);
            if (jdbc.sql(FOUNDED).param("seed", seed).param("hash", hash).update() > 0) {
                RuleTable.of(file::getInputStream).forEach(row);
            }
        }));
    }

    private void region(CSVRecord row) {
        jdbc.sql(REGION)
                .param("code", Integer.valueOf(row.get("code")))
                .param("name", row.get("name"))
                .param("nameEn", row.get("name_en"))
                .param("parent", row.get("parent").isEmpty() ? null : Integer.valueOf(row.get("parent")))
                .param("level", row.get("level"))
                .update();
    }

    private void type(CSVRecord row) {
        jdbc.sql(TYPE)
                .param("code", row.get("code"))
                .param("line", row.get("line"))
                .param("name", row.get("name"))
                .param("nameEn", row.get("name_en"))
                .param("kind", row.get("kind"))
                .param("scope", row.get("scope"))
                .param("source", row.get("source"))
                .update();
    }

    private void agencyRecord(CSVRecord row) {
        jdbc.sql(AGENCY).param("code", row.get("code")).param("type", row.get("type")).update();
        jdbc.sql(RECORD)
                .param("code", row.get("code"))
                .param("from", LocalDate.parse(row.get("from")), Types.DATE)
                .param("to", row.get("to").isEmpty() ? null : LocalDate.parse(row.get("to")), Types.DATE)
                .param("name", row.get("name"))
                .param("nameEn", row.get("name_en"))
                .param("shortName", row.get("short_name"))
                .param("parent", row.get("parent"))
                .param("region", Integer.valueOf(row.get("region")))
                .param("powers", row.get("powers"))
                .param("ground", row.get("ground"))
                .update();
    }

    private void person(CSVRecord row, String hash) {
        jdbc.sql(PERSON)
                .param("signIn", row.get("sign_in"))
                .param("name", row.get("name"))
                .param("nameLatin", row.get("name_latin"))
                .param("licence", row.get("licence"))
                .param("certificate", row.get("legal_certificate"))
                .param("certifiedOn", row.get("legal_certified_on").isEmpty() ? null : LocalDate.parse(row.get("legal_certified_on")), Types.DATE)
                .param("agency", row.get("agency"))
                .query(Long.class)
                .optional()
                .ifPresent(id -> {
                    Arrays.stream(row.get("roles").split("\\|"))
                            .forEach(role -> jdbc.sql(ROLE)
                                    .param("person", id)
                                    .param("role", role)
                                    .update());
                    jdbc.sql(CREDENTIAL)
                            .param("person", id)
                            .param("hash", hash)
                            .param("at", Timestamp.from(Instant.now()))
                            .update();
                });
    }

    private static String hash(Resource file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
