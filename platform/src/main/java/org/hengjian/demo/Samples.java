package org.hengjian.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hengjian.access.SignedIn;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.intake.Batch;
import org.hengjian.intake.Intake;
import org.hengjian.intake.Source;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Component;

/** Hands in the sample files as officers would: once each, by the name of the request. */
@Component
@Profile("demo")
class Samples {

    /** @param officer sign-in name of who hands it in */
    record Sample(String file, String source, Source.Kind kind, String officer) {

        static Sample ofListings(String file, String source, String officer) {
            return new Sample(file, source, Source.Kind.LISTINGS, officer);
        }
    }

    static final List<Sample> FILES = List.of(
            Sample.ofListings("listings-hangzhou-utf8.csv", "杭州网络巡查", "shen.zhiyao"),
            Sample.ofListings("listings-platform.xlsx", "平台报送", "shen.zhiyao"),
            Sample.ofListings("listings-crossborder.jsonl", "跨境监测", "lu.wendi"),
            Sample.ofListings("listings-dirty.csv", "群众举报汇总", "lu.wendi"),
            Sample.ofListings("listings-zhejiang-gbk.csv", "全省排查", "xie.lan"),
            Sample.ofListings("listings-network.csv", "杭州网络巡查", "shen.zhiyao"),
            new Sample("parcels-day.csv", "云途快递日报", Source.Kind.PARCELS, "you.tong"));

    private final Intake intake;
    private final UserDetailsService people;
    private final Viewers viewers;

    Samples(Intake intake, UserDetailsService people, Viewers viewers) {
        this.intake = intake;
        this.people = people;
        this.viewers = viewers;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100) // after the register of rights, against which they are screened
    void handIn() {
        FILES.forEach(sample -> viewers.as(viewer(sample.officer()), () -> handIn(sample)));
    }

    private void handIn(Sample sample) {
        try (var content = new ClassPathResource("samples/" + sample.file()).getInputStream()) {
            intake.receive(new Intake.Arriving(
                    intake.sourceCalled(sample.source(), sample.kind()).id(),
                    Batch.Channel.API,
                    sample.file(),
                    content,
                    Map.of(),
                    "demo-" + sample.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Viewer viewer(String signIn) {
        return ((SignedIn) people.loadUserByUsername(signIn)).viewer();
    }
}
