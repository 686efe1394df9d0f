package org.hengjian.evidence;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.hengjian.cases.CaseTab;
import org.hengjian.postgres.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/** Where evidence lies and who stamps it. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    static final String FOLDER = "evidence";
    /** Name of the secret with which its files are encrypted. */
    static final String SECRET = "evidence";
    static final String TIME_KEY = "time-stamps.p12";

    @Bean
    Vault evidenceVault(
            DataFolder data, @Value("${hengjian.evidence.reserve:256MB}") DataSize reserve) {
        var vault = new Vault(
                data.folder(FOLDER), data.secret(SECRET).getBytes(StandardCharsets.US_ASCII), reserve.toBytes());
        vault.sweepIncoming();
        return vault;
    }

    @Bean
    TimeStamps.Authority timeStampAuthority(
            DataFolder data, Clock clock, @Value("${hengjian.evidence.time-stamp-url:}") String url) {
        return url.isEmpty()
                ? OwnAuthority.in(data.path().resolve(TIME_KEY), data.secret("time-stamps"), clock)
                : new OtherAuthority(URI.create(url));
    }

    @Bean
    @Order(20)
    CaseTab evidenceTab(Evidence evidence) {
        return id -> new CaseTab.Shown("evidence.tab", java.util.List.of(evidence.count(id)), "/evidence/case/" + id);
    }
}
