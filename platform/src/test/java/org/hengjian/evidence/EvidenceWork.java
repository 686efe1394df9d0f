package org.hengjian.evidence;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.hengjian.testing.Persons;
import org.springframework.stereotype.Component;

/** Evidence of cases on the platform, brought by the people of the demonstration. */
@Component
public class EvidenceWork {

    public static final String OFFICER = "shen.zhiyao";
    public static final String FOREIGN = "fang.qing";
    /** Of another line in the same county. */
    public static final String OTHER_LINE = "mu.qing";
    /** An officer of the city, who sees the county's cases. */
    public static final String ABOVE = "qin.shan";
    public static final String REVIEWER = "gu.heng";

    private final Evidence evidence;
    private final Persons persons;
    private final Clock clock;

    EvidenceWork(Evidence evidence, Persons persons, Clock clock) {
        this.evidence = evidence;
        this.persons = persons;
        this.clock = clock;
    }

    public Receipt receipt(long caseId, String name) {
        return new Receipt(
                caseId, name, Kind.ELECTRONIC, "青石县大坪镇仓前路8号", "现场存放带标卫衣", LocalDate.now(clock), false);
    }

    public Answer bring(String who, Receipt receipt, byte[] content) {
        return persons.as(who, () -> evidence.receive(receipt, new ByteArrayInputStream(content)));
    }

    public Item received(long caseId, String name, byte[] content) {
        return done(bring(OFFICER, receipt(caseId, name), content)).item();
    }

    public Item received(long caseId, String name, String content) {
        return received(caseId, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture that no other test has: its number decides its colours. */
    public static byte[] picture(long number) {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, new Color((int) (x + number) % 256, y, (int) (number % 200)).getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer.Done done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Refused refused -> throw new AssertionError("refused: " + refused.grounds());
        };
    }
}
