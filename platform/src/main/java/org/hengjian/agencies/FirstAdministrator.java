package org.hengjian.agencies;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.hengjian.access.Role;
import org.hengjian.access.Scope;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.postgres.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Someone must let the others in: an installation without people gets the administrator {@code admin}, whose temporary
 * password lies in a file of the data folder that only its owner reads.
 */
@Component
@Profile("!demo & !test")
@DependsOn("founding")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String NOBODY = "select not exists (select from agencies.person)";
    private static final String AGENCY = "select id from agencies.agency where code = 'administration-100000'";
    private static final int COUNTRY = 100_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Viewers viewers;
    private final Staff staff;
    private final DataFolder folder;

    FirstAdministrator(
            JdbcClient jdbc, TransactionTemplate transaction, Viewers viewers, Staff staff, DataFolder folder) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.viewers = viewers;
        this.staff = staff;
        this.folder = folder;
    }

    @PostConstruct
    void appear() {
        boolean nobody = viewers.as(
                Viewer.machine(), () -> transaction.execute(_ -> jdbc.sql(NOBODY).query(Boolean.class).single()));
        if (!nobody) {
            return;
        }
        long agency = viewers.as(
                Viewer.machine(), () -> transaction.execute(_ -> jdbc.sql(AGENCY).query(Long.class).single()));
        var founder = new Viewer(
                0, "衡鉴", agency, "系统管理单位", "administration", COUNTRY, Scope.ACROSS, Set.of(Role.ADMINISTRATOR));
        var hired = viewers.as(founder, () -> staff.enter(new Staff.Entered(
                "admin", "管理员", "Administrator", "", "administration-100000", Set.of(Role.ADMINISTRATOR), true, 0,
                LegalQualification.NONE)));
        Path file = folder.path().resolve("first-administrator");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "admin\n" + hired.password() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("The first administrator is \"admin\"; the temporary password is in {}", file);
    }
}
