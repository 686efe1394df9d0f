package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hengjian.access.Viewer;
import org.hengjian.access.Viewers;
import org.hengjian.audit.Audit;
import org.hengjian.pictures.Picture;
import org.hengjian.pictures.PictureFinding;
import org.hengjian.rights.RightPictureChanged;
import org.hengjian.rights.Rights;
import org.hengjian.screening.Kind;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Scenes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A reference picture that is added later finds the earlier pictures of offers, once, wherever the search was stopped. */
@OnThePlatform
class LookingBackTests {

    @LocalServerPort
    int port;

    @Autowired
    LeadWork work;

    @Autowired
    OfferPictures pictures;

    @Autowired
    CurrentReferences references;

    @Autowired
    Lookback lookback;

    @Autowired
    LookbackTable searches;

    @Autowired
    Rights rights;

    @Autowired
    Audit audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Viewers viewers;

    @Autowired
    Persons persons;

    private Lead with(String seller, BufferedImage... shown) {
        var lead = work.received(seller);
        for (BufferedImage picture : shown) {
            byte[] file = Scenes.file(picture, "png");
            persons.as("shen.zhiyao", () -> {
                try {
                    assertThat(pictures.add(lead, seller + ".png", file, Picture.read(file)))
                            .isEqualTo(OfferPictures.Added.DONE);
                } catch (Picture.Unreadable e) {
                    throw new AssertionError(e);
                }
            });
        }
        return lead;
    }

    private List<OfferPicture> of(Lead lead) {
        return persons.as("shen.zhiyao", () -> pictures.of(lead));
    }

    private List<PictureFinding> found(Lead lead) {
        return of(lead).stream().flatMap(one -> one.findings().stream()).toList();
    }

    private <T> T machine(Supplier<T> work) {
        return Objects.requireNonNull(viewers.as(Viewer.machine(), () -> transaction.execute(_ -> work.get())));
    }

    private int change(String sql) {
        return machine(() -> jdbc.sql(sql).update());
    }

    private long entries(Lead lead) {
        return machine(() -> audit.of("lead", lead.number())).stream()
                .filter(entry -> entry.deed().equals(Lookback.DEED))
                .count();
    }

    private void awaitEnd(long reference) {
        await().until(() -> machine(() -> searches.find(reference).isEmpty()));
    }

    /** As if the server had stopped after that picture, before it found anything behind it. */
    private void stoppedAfter(long picture, long reference) {
        change("update leads.lookback set ended_at = null, after = " + picture + " where reference = " + reference);
        lookback.goOn();
        awaitEnd(reference);
    }

    private void forget(Lead lead) {
        change("update leads.offer_picture set findings = '[]', later = '{}' where lead_id = " + lead.id());
    }

    private static BufferedImage mirrored(BufferedImage picture) {
        var mirror = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = mirror.createGraphics();
        pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
        pen.dispose();
        return mirror;
    }

    @Test
    @Tag("browser")
    void a_reference_that_comes_later_finds_the_earlier_pictures_once_and_a_restart_goes_on(@TempDir Path folder) {
        var cut = with("图铺丁", Scenes.drawn(821).getSubimage(90, 60, 500, 380), Scenes.drawn(822));
        var turned = with("图铺戊", mirrored(Scenes.drawn(821)));
        var other = with("图铺己", Scenes.drawn(823));
        // One that came before sketches were kept.
        assertThat(change("update leads.offer_picture set sketch = null where lead_id = " + turned.id())).isEqualTo(1);
        long right = persons.as("shen.zhiyao", () -> rights.find("trademark:90000001"))
                .orElseThrow()
                .id();
        Path genuine = Scenes.in(folder, "新一季画册.png", Scenes.drawn(821));
        int before = references.now().size();

        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/rights/" + right + "/pictures").upload("files", genuine).click("加入").sees("已加入 1 张参考图片");
            await().until(() -> !found(cut).isEmpty() && !found(turned).isEmpty());

            desk.go("/leads/" + cut.number()).sees("图片中的发现").sees("补查发现").sees("相同").isAccessible();
            desk.picture("leads-lead-later");
            desk.go("/leads/" + cut.number() + "/pictures").sees("参考图片在本图之后加入").sees("看参考图片").isAccessible();
            desk.picture("leads-pictures-later");
            phone.go("/leads/" + cut.number() + "?lang=en").sees("which was added later").isAccessible();
            phone.picture("leads-lead-later-phone");
            phone.go("/leads/" + cut.number() + "/pictures").sees("was added after this one").isAccessible();
            phone.picture("leads-pictures-later-phone");

            long reference = Long.parseLong(found(cut).getFirst().matched());
            awaitEnd(reference);
            assertThat(found(cut)).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.COPIED_PICTURE);
                assertThat(finding.rightId()).isEqualTo("trademark:90000001");
                assertThat(finding.path()).containsExactly("crop");
                assertThat(finding.box().width()).isGreaterThan(450);
            });
            assertThat(of(cut)).extracting(picture -> picture.later().size()).containsExactly(1, 0);
            assertThat(found(turned).getFirst().path()).contains("mirror");
            assertThat(found(other)).isEmpty();
            assertThat(machine(() -> jdbc.sql("select count(*) from leads.offer_picture where sketch is null and lead_id = :lead")
                            .param("lead", turned.id())
                            .query(Long.class)
                            .single()))
                    .as("pictures without a sketch")
                    .isZero();

            // Told again, and looked for again from the beginning: nothing is there twice.
            viewers.as(Viewer.machine(), () -> transaction.executeWithoutResult(
                    _ -> events.publishEvent(new RightPictureChanged(reference))));
            stoppedAfter(0, reference);
            assertThat(found(cut)).hasSize(1);
            assertThat(entries(cut)).isEqualTo(1);
            assertThat(entries(turned)).isEqualTo(1);
            assertThat(entries(other)).isZero();

            // It goes on behind the last picture that was compared, and not before it.
            forget(cut);
            forget(turned);
            stoppedAfter(of(cut).getLast().id(), reference);
            assertThat(found(cut)).isEmpty();
            assertThat(found(turned)).hasSize(1);

            // What comes now is compared as it comes.
            var late = with("图铺庚", Scenes.drawn(821));
            assertThat(of(late).getFirst().findings()).hasSize(1);
            assertThat(of(late).getFirst().later()).isEmpty();

            desk.go("/rights/" + right + "/pictures").click("移除…").type("why", "画册已撤下");
            desk.find("form[action$='/removal'] button").click();
            desk.sees("画册已撤下");
            await().until(() -> references.now().size() == before);
            stoppedAfter(0, reference);
            assertThat(found(cut)).as("the reference is removed").isEmpty();
        }
    }

    @Test
    void only_the_machine_keeps_how_far_a_search_has_come() {
        machine(() -> {
            searches.ask(Long.MAX_VALUE, Instant.EPOCH);
            searches.end(Long.MAX_VALUE, Instant.EPOCH);
            return true;
        });

        persons.as("shen.zhiyao", () -> transaction.executeWithoutResult(
                _ -> assertThat(jdbc.sql("update leads.lookback set after = 0").update()).isZero()));
        assertThatThrownBy(() -> persons.as(
                        "shen.zhiyao",
                        () -> transaction.executeWithoutResult(_ -> searches.ask(1, Instant.EPOCH))))
                .isInstanceOf(DataAccessException.class);
    }
}
