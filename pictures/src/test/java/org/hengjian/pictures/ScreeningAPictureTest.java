package org.hengjian.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hengjian.screening.Kind;
import org.hengjian.screening.Right;
import org.hengjian.screening.Screening;
import org.hengjian.screening.Standing;
import org.hengjian.screening.domain.DomainWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, codes and copies are found in pictures, each with its box. */
class ScreeningAPictureTest {

    private static final Screening SCREENING =
            Screening.shipped().with(Right.of("tm:90000001", "衡溪", "HENGXI").withClasses(25));

    private static final DomainWatch DOMAINS = DomainWatch.of(SCREENING.rights(), List.of("hengxi.com"));

    private static Picture code(String text, BarcodeFormat format, int width, int height) throws WriterException {
        BufferedImage page = Drawings.paper(600, 400);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(
                MatrixToImageWriter.toBufferedImage(new MultiFormatWriter().encode(text, format, width, height)),
                150,
                120,
                null);
        pen.dispose();
        return Picture.of(page);
    }

    private static PictureScreening pictures(References references) {
        return new PictureScreening(SCREENING, references, DOMAINS, Optional.empty());
    }

    @Test
    void a_number_with_the_prefix_of_another_country_than_the_origin_is_told_with_its_box() throws WriterException {
        var said = pictures(References.none()).screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "进口红酒 产地：法国");

        assertThat(said.codes()).extracting(Code::text).containsExactly("6901028075831");
        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.WRONG_CODE);
            assertThat(finding.zh()).contains("中国").contains("法国");
            assertThat(finding.box().x()).isBetween(100, 250);
            assertThat(finding.box().width()).isGreaterThan(100);
        });
        assertThat(pictures(References.none())
                        .screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "国产白酒 产地：中国贵州")
                        .findings())
                .isEmpty();
        assertThat(pictures(References.none())
                        .screen(code("6901028075831", BarcodeFormat.EAN_13, 300, 120), "法国红酒风味")
                        .findings())
                .as("a country that is not said to be the origin")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hengxi-shop.top/a",
                "http://www.hengx1.com",
                "HENGXI-OUTLET.VIP/x?y=1",
                "https://hengxi.com@hengxi-sale.xyz:8443/",
            })
    void a_code_that_leads_to_a_look_alike_address_is_told_with_its_box(String address) throws WriterException {
        var said = pictures(References.none()).screen(code(address, BarcodeFormat.QR_CODE, 200, 200), "");

        assertThat(said.codes()).extracting(Code::text).containsExactly(address);
        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOOK_ALIKE_DOMAIN);
            assertThat(finding.rightId()).isEqualTo("tm:90000001");
            assertThat(finding.box().x()).isBetween(120, 230);
            assertThat(finding.box().width()).isBetween(80, 220);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.hengxi.com/a",
                "https://example.org/hengxi-shop.top",
                "https://hengxi-sale.xyz@example.org/",
                "hengxi",
                "加微信 hengxi88",
                "WIFI:S:hengxi;T:WPA;P:secret;;",
            })
    void a_code_that_leads_elsewhere_is_read_and_no_more(String text) throws WriterException {
        var said = pictures(References.none()).screen(code(text, BarcodeFormat.QR_CODE, 200, 200), "");

        assertThat(said.codes()).hasSize(1);
        assertThat(said.findings()).isEmpty();
    }

    @Test
    void the_check_digit_of_a_short_number_is_that_of_the_long_one() throws WriterException {
        var said = pictures(References.none()).screen(code("01234565", BarcodeFormat.UPC_E, 300, 120), "");

        assertThat(said.codes()).extracting(Code::format).containsExactly("UPC_E");
        assertThat(said.findings()).isEmpty();
    }

    @Test
    void the_box_of_a_reduced_picture_is_that_of_the_file() throws Exception {
        BufferedImage large = Scaling.to(code("https://hengxi-shop.top", BarcodeFormat.QR_CODE, 200, 200).image(), 4_800, 3_200);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "png", bytes);

        var said = pictures(References.none()).screen(Picture.read(bytes.toByteArray()), "");

        assertThat(said.width()).isEqualTo(4_800);
        assertThat(said.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.box().x()).isBetween(1_000, 1_800);
            assertThat(finding.box().width()).isBetween(700, 1_700);
        });
    }

    @Test
    void a_copy_is_told_with_the_right_and_what_was_done_to_it() {
        var references = new References.Builder()
                .add(new References.Reference("ref", "tm:90000001", "衡溪秋季画册 3"), Drawings.scene(3))
                .build();
        BufferedImage cut = Scaling.mirrored(Scaling.part(Drawings.scene(3), new Box(60, 40, 380, 300)));

        assertThat(pictures(references).screen(Picture.of(cut), "").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.COPIED_PICTURE);
                    assertThat(finding.rightId()).isEqualTo("tm:90000001");
                    assertThat(finding.path()).containsExactly("crop", "mirror");
                    assertThat(finding.zh()).contains("衡溪秋季画册 3").contains("只取一部分").contains("左右翻转");
                });
    }

    @Test
    void words_in_the_picture_are_screened_with_their_boxes() {
        BufferedImage page = Drawings.paper(900, 260);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        pen.drawString("ADIDAS SHOES", 60, 90);
        pen.drawString("MIRROR QUALITY REPLICA", 60, 200);
        pen.dispose();

        var said = new PictureScreening(SCREENING, References.none(), DOMAINS, Optional.of(TextReader.open()))
                .screen(Picture.of(page), "");

        assertThat(said.textRead()).isTrue();
        assertThat(said.standing()).isEqualTo(Standing.SUSPECT);
        assertThat(said.findings())
                .anySatisfy(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.COUNTERFEIT_CLAIM);
                    assertThat(finding.box().y()).isBetween(120, 240);
                })
                .anySatisfy(finding -> {
                    assertThat(finding.rightId()).isEqualTo("ship:adidas");
                    assertThat(finding.box().y()).isBetween(20, 120);
                    assertThat(finding.box().width()).isLessThan(500);
                });
    }
}
