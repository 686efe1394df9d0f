package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.hengjian.pictures.logos.Logos;
import org.hengjian.testing.Browser;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A picture is read on the page, with a box around what was found; what is no picture is refused with a reason. */
@OnThePlatform
class TryingPicturesTests {

    @LocalServerPort
    int port;

    private static Path picture(Path folder) throws IOException {
        var page = new BufferedImage(900, 260, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 900, 260);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 48));
        pen.drawString("ADIDAS SHOES", 60, 90);
        pen.drawString("MIRROR QUALITY REPLICA", 60, 200);
        pen.dispose();
        Path file = folder.resolve("offer.png");
        ImageIO.write(page, "png", file.toFile());
        return file;
    }

    @Test
    @Tag("browser")
    void what_is_written_in_a_picture_is_screened_on_the_page(@TempDir Path folder) throws IOException {
        Path offer = picture(folder);
        Path text = Files.writeString(folder.resolve("no-picture.png"), "no picture at all");
        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var phone = Browser.phone(port).signIn("shen.zhiyao")) {
            desk.go("/screen/picture").isAccessible();
            desk.upload("picture", text).click("识读").sees("请用 JPEG 或者 PNG").isAccessible();
            desk.upload("picture", offer).upload("reference", offer).click("识读");
            desk.sees("仿冒声称").sees("阿迪达斯").sees("与参考图片").isAccessible().picture("picture");
            phone.go("/screen/picture").upload("picture", offer).click("识读").sees("仿冒声称").isAccessible();
            phone.picture("picture-phone");
        }
    }

    /** A bag with a mark on it. */
    private static Path marked(Path folder) throws IOException {
        var goods = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = goods.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 800, 600);
        pen.setColor(new Color(0x203060));
        pen.fillRoundRect(200, 180, 400, 340, 60, 60);
        pen.setColor(new Color(0xF0E0C0));
        var mark = Logos.shipped().drawn().stream()
                .filter(one -> one.brand().equals("adidas"))
                .findFirst()
                .orElseThrow();
        pen.translate(320, 280);
        pen.scale(6, 6);
        pen.fill(mark.outline());
        pen.dispose();
        Path file = folder.resolve("bag.png");
        ImageIO.write(goods, "png", file.toFile());
        return file;
    }

    @Test
    @Tag("browser")
    void a_sign_like_a_known_logo_is_told_in_both_languages(@TempDir Path folder) throws IOException {
        Path bag = marked(folder);
        try (var desk = Browser.desktop(port).signIn("shen.zhiyao");
                var english = Browser.desktop(port, Locale.ENGLISH).signIn("shen.zhiyao")) {
            desk.go("/screen/picture").upload("picture", bag).click("识读");
            desk.sees("近似图形标识").sees("与“阿迪达斯（adidas）”图形标识近似").sees("须由人核对").isAccessible();
            desk.picture("picture-logo");
            english.go("/screen/picture").upload("picture", bag).click("Read it");
            english.sees("sign like a logo").sees("a sign like that of adidas").isAccessible();
        }
    }

    @Test
    void who_may_not_screen_is_refused() {
        try (var police = Visitor.signedIn(port, "luo.jin")) {
            assertThat(police.get("/screen/picture").statusCode()).isEqualTo(403);
        }
    }
}
