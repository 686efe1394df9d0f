package org.hengjian.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
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

    @Test
    void who_may_not_screen_is_refused() {
        try (var police = Visitor.signedIn(port, "luo.jin")) {
            assertThat(police.get("/screen/picture").statusCode()).isEqualTo(403);
        }
    }
}
