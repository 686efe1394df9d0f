package org.hengjian.agencies;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.jspecify.annotations.Nullable;
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

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
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
            "insert into agencies.agency (code, type) values (:code, :type) on conflict (code) do nothing returning id";
    private static final String RECORD =
            """
            insert into agencies.agency_record
                   (agency_id, from_day, name, name_en, short_name, parent_id, region, powers)
            values (:agency, :from, :name, :nameEn, :shortName,
                    (select id from agencies.agency where code = :parent), :region, string_to_array(:powers, '|'))
            """;
    private static final String PERSON =
            """
            insert into agencies.person (sign_in, name, name_latin, licence, agency_id, line, region)
            select :signIn, :name, :nameLatin, :licence, a.id, t.line, r.region
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

    /** Regions, types and the agencies that every installation has. */
    public void found() {
        within(() -> {
            rows(new ClassPathResource("seed/agencies/regions.csv")).forEach(this::region);
            rows(new ClassPathResource("seed/agencies/types.csv")).forEach(this::type);
            rows(new ClassPathResource("seed/agencies/agencies.csv")).forEach(this::agency);
        });
        regions.forget();
    }

    /**
     * People from a file with {@code sign_in,name,name_latin,licence,agency,roles}, all with one password; those who are
     * there already stay as they are.
     */
    public void people(Resource file, String password) {
        String hash = passwords.encode(password);
        within(() -> rows(file).forEach(row -> person(row, hash)));
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

    private void agency(CSVRecord row) {
        jdbc.sql(AGENCY)
                .param("code", row.get("code"))
                .param("type", row.get("type"))
                .query(Long.class)
                .optional()
                .ifPresent(id -> jdbc.sql(RECORD)
                        .param("agency", id)
                        .param("from", LocalDate.parse(row.get("from")))
                        .param("name", row.get("name"))
                        .param("nameEn", row.get("name_en"))
                        .param("shortName", row.get("short_name"))
                        .param("parent", emptyIsNull(row.get("parent")))
                        .param("region", Integer.valueOf(row.get("region")))
                        .param("powers", row.get("powers"))
                        .update());
    }

    private void person(CSVRecord row, String hash) {
        jdbc.sql(PERSON)
                .param("signIn", row.get("sign_in"))
                .param("name", row.get("name"))
                .param("nameLatin", row.get("name_latin"))
                .param("licence", row.get("licence"))
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

    private void within(Runnable work) {
        viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(_ -> work.run()));
    }

    private static List<CSVRecord> rows(Resource file) {
        try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                var parsed = FORMAT.parse(in)) {
            return parsed.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
