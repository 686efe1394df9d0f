package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hengjian.access.Forbidden;
import org.hengjian.pictures.Picture;
import org.hengjian.rights.Rights;
import org.hengjian.screening.Kind;
import org.hengjian.shell.NotFound;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Scenes;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of an offer are compared with the reference pictures of the rights as they are added to its lead. */
@OnThePlatform
class PicturesOfAnOfferTests {

    @LocalServerPort
    int port;

    @Autowired
    LeadWork work;

    @Autowired
    OfferPictures pictures;

    @Autowired
    CurrentReferences references;

    @Autowired
    Rights rights;

    @Autowired
    Persons persons;

    private OfferPictures.Added add(String person, Lead lead, BufferedImage picture) {
        byte[] file = Scenes.file(picture, "png");
        return persons.as(person, () -> {
            try {
                return pictures.add(lead, "主图.png", file, Picture.read(file));
            } catch (Picture.Unreadable e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void a_picture_is_kept_once_and_only_by_who_works_on_the_lead() {
        var lead = work.received("图铺甲");

        assertThat(add("shen.zhiyao", lead, Scenes.drawn(801))).isEqualTo(OfferPictures.Added.DONE);
        assertThat(add("shen.zhiyao", lead, Scenes.drawn(801))).isEqualTo(OfferPictures.Added.THERE);
        assertThatThrownBy(() -> add("luo.jin", lead, Scenes.drawn(802))).isInstanceOf(Forbidden.class);
        persons.as("shen.zhiyao", () -> assertThat(pictures.of(lead)).singleElement().satisfies(one -> {
            assertThat(one.findings()).isEmpty();
            assertThat(one.width()).isEqualTo(640);
        }));
        assertThatThrownBy(() -> persons.as("shen.zhiyao", () -> pictures.lead("X-2026-999999")))
                .isInstanceOf(NotFound.class);
        try (var police = Visitor.signedIn(port, "luo.jin")) {
            assertThat(police.get("/leads/" + lead.number() + "/pictures").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Tag("browser")
    void the_same_picture_with_another_lead_is_named_to_who_sees_that_lead() {
        var one = work.received("图铺辛");
        var other = work.received("图铺壬");
        add("shen.zhiyao", one, Scenes.drawn(831));
        add("shen.zhiyao", one, Scenes.drawn(832));
        add("shen.zhiyao", other, Scenes.drawn(831));

        persons.as("shen.zhiyao", () -> assertThat(pictures.elsewhere(one).values())
                .singleElement(list(OfferPictureTable.Elsewhere.class))
                .singleElement()
                .satisfies(same -> {
                    assertThat(same.number()).isEqualTo(other.number());
                    assertThat(same.seller()).isEqualTo("图铺壬");
                    assertThat(same.leads()).isEqualTo(1);
                }));
        persons.as("luo.jin", () -> assertThat(pictures.elsewhere(one)).isEmpty());
        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/leads/" + one.number()).sees("1 条其他线索").sees(other.number()).isAccessible();
            desk.picture("leads-lead-same-picture");
            phone.go("/leads/" + other.number() + "/pictures?lang=en").sees("other leads that you see (1)").isAccessible();
            phone.sees(one.number()).picture("leads-pictures-same-phone");
        }
    }

    @Test
    @Tag("browser")
    void what_is_copied_from_a_reference_picture_stands_on_the_lead_with_its_box(@TempDir Path folder)
            throws IOException {
        var lead = work.received("图铺乙");
        long right = persons.as("shen.zhiyao", () -> rights.find("trademark:90000001"))
                .orElseThrow()
                .id();
        Path genuine = Scenes.in(folder, "秋季画册.png", Scenes.drawn(811));
        Path cut = Scenes.in(folder, "主图.jpg", Scenes.drawn(811).getSubimage(90, 60, 500, 380));
        Path text = Files.writeString(folder.resolve("说明.jpg"), "no picture");
        int before = references.now().size();

        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/rights/" + right + "/pictures").sees("加入图片").isAccessible();
            desk.upload("files", text).click("加入").sees("不是能读的图片").isAccessible();
            desk.upload("files", genuine).click("加入").sees("已加入 1 张参考图片").sees("秋季画册.png");
            desk.isAccessible().picture("rights-pictures");
            await().until(() -> references.now().size() > before);

            desk.go("/leads/" + lead.number() + "/pictures").sees("还没有商品图片").isAccessible();
            desk.upload("files", cut).click("加入并识读").sees("图片相同").sees("只取一部分").sees("看参考图片");
            desk.isAccessible().picture("leads-pictures");
            desk.go("/leads/" + lead.number()).sees("图片中的发现").isAccessible().picture("leads-lead-pictures");
            phone.go("/leads/" + lead.number() + "/pictures?lang=en").sees("Pictures of the offer").isAccessible();
            phone.picture("leads-pictures-phone");
            phone.go("/rights/" + right + "/pictures").sees("Reference pictures").isAccessible();
            phone.picture("rights-pictures-phone");

            desk.go("/rights/" + right + "/pictures").click("移除…").type("why", "画册已撤下");
            desk.find("form[action$='/removal'] button").click();
            desk.sees("画册已撤下").isAccessible();
        }
        persons.as("shen.zhiyao", () -> assertThat(pictures.of(lead)).singleElement().satisfies(one -> {
            assertThat(one.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(Kind.COPIED_PICTURE);
                assertThat(finding.rightId()).isEqualTo("trademark:90000001");
                assertThat(finding.box().width()).isGreaterThan(450);
            });
        }));
        await().until(() -> references.now().size() == before);
        var later = work.received("图铺丙");
        add("shen.zhiyao", later, Scenes.drawn(811).getSubimage(90, 60, 500, 380));
        persons.as("shen.zhiyao", () -> assertThat(pictures.of(later).getFirst().findings())
                .as("the reference is removed")
                .isEmpty());
    }
}
