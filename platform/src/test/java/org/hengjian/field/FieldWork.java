package org.hengjian.field;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hengjian.testing.Persons;
import org.hengjian.time.PlatformTime;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What phones of the demonstration's officers send. */
@Component
public class FieldWork {

    public static final String OFFICER = "shen.zhiyao";
    public static final String SECOND = "lu.wendi";
    public static final String FOREIGN = "fang.qing";
    /** An officer of another line in the same county, who handles none of these cases. */
    public static final String BYSTANDER = "mu.qing";
    public static final String HEAD = "jiang.lin";

    private final Field field;
    private final Persons persons;
    private final JsonMapper json;
    private final Clock clock;

    FieldWork(Field field, Persons persons, JsonMapper json, Clock clock) {
        this.field = field;
        this.persons = persons;
        this.json = json;
        this.clock = clock;
    }

    long id(String signIn) {
        return persons.viewer(signIn).person();
    }

    /** A local time so many minutes from now, as a form gives it. */
    String minutes(long from) {
        return PlatformTime.minute(Instant.now(clock).plusSeconds(60 * from)).replace(' ', 'T');
    }

    Map<String, Object> entry(String who, String kind, long caseId) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("kind", kind);
        entry.put("person", id(who));
        entry.put("case", caseId);
        entry.put("madeAt", minutes(0));
        return entry;
    }

    Map<String, Object> record(long caseId) {
        var entry = entry(OFFICER, "RECORD", caseId);
        entry.put("begunAt", minutes(-40));
        entry.put("endedAt", minutes(-5));
        entry.put("place", "青石县大坪镇仓前路8号");
        entry.put("officers", List.of(id(OFFICER), id(SECOND)));
        entry.put("showed", "true");
        entry.put("told", "true");
        entry.put("present", List.of(Map.of("name", "赵小禾", "part", "经营者")));
        entry.put("facts", "仓库内有带标卫衣430件，分三堆存放。");
        entry.put("statement", "无异议");
        return entry;
    }

    Map<String, Object> signature(long caseId, UUID record, String words) {
        var entry = entry(OFFICER, "SIGNATURE", caseId);
        entry.put("of", record.toString());
        entry.put("signed", sha256(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        entry.put("part", "PARTY");
        entry.put("name", "赵小禾");
        return entry;
    }

    Map<String, Object> item(long caseId) {
        var entry = entry(OFFICER, "ITEM", caseId);
        entry.putAll(Map.of(
                "item", "HENGXI 连帽卫衣", "brand", "衡溪", "quantity", "430", "unit", "piece", "measure", "SEALED",
                "place", "仓前路8号", "store", "就地封存", "keeper", "赵小禾", "seal", "封0417"));
        return entry;
    }

    String text(Map<String, Object> entry) {
        return json.writeValueAsString(entry);
    }

    Answer send(String who, UUID key, String text) {
        return persons.as(who, () -> field.take(key, text, Optional.empty()));
    }

    Answer send(String who, UUID key, Map<String, Object> entry) {
        return send(who, key, text(entry));
    }

    Answer send(String who, UUID key, Map<String, Object> entry, byte[] file) {
        entry.putIfAbsent("sha256", sha256(file));
        return persons.as(
                who, () -> field.take(key, text(entry), Optional.of(() -> new ByteArrayInputStream(file))));
    }

    static Answer.Received received(Answer answer) {
        return switch (answer) {
            case Answer.Received received -> received;
            case Answer.Refused refused -> throw new AssertionError("refused: " + refused.problems());
        };
    }

    /** Fields and codes of what was wrong. */
    static List<String> wrong(Answer answer) {
        var wrong = new ArrayList<String>();
        if (answer instanceof Answer.Refused refused) {
            refused.problems().forEach(one -> wrong.add((one.field() + " " + one.ground()).strip()));
        }
        return wrong;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
