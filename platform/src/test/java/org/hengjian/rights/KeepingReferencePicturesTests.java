package org.hengjian.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hengjian.access.Forbidden;
import org.hengjian.audit.Audit;
import org.hengjian.pictures.Picture;
import org.hengjian.testing.OnThePlatform;
import org.hengjian.testing.Persons;
import org.hengjian.testing.Scenes;
import org.hengjian.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may keep reference pictures of which right, and what a removal leaves behind. */
@OnThePlatform
class KeepingReferencePicturesTests {

    @LocalServerPort
    int port;

    @Autowired
    Rights rights;

    @Autowired
    RightPictures pictures;

    @Autowired
    Persons persons;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private long right(String reference) {
        return persons.as("heng.an", () -> rights.find(reference)).orElseThrow().id();
    }

    private RightPictures.Added add(String person, long right, int seed) {
        byte[] file = Scenes.file(Scenes.drawn(seed), "png");
        return persons.as(person, () -> {
            try {
                return pictures.add(right, "图 " + seed + ".png", file, Picture.read(file));
            } catch (Picture.Unreadable e) {
                throw new AssertionError(e);
            }
        });
    }

    private long added(String person, long right, int seed) {
        return ((RightPictures.Added.Done) add(person, right, seed)).id();
    }

    @Test
    void a_picture_is_kept_as_it_came_once_and_its_removal_with_a_reason() {
        long right = right("trademark:90000001");
        long id = added("shen.zhiyao", right, 901);

        assertThat(add("shen.zhiyao", right, 901)).isInstanceOf(RightPictures.Added.There.class);
        persons.as("shen.zhiyao", () -> {
            assertThat(pictures.content(id)).hasValue(Scenes.file(Scenes.drawn(901), "png"));
            assertThat(pictures.fingerprint(id)).isPresent();

            pictures.remove(id, "已停产");
            pictures.remove(id, "又一次");

            assertThat(pictures.fingerprint(id)).isEmpty();
            assertThat(pictures.find(id).orElseThrow().removedWhy()).isEqualTo("已停产");
            assertThat(pictures.of(right)).extracting(RightPicture::id).contains(id);
            assertThat(audit.of("right", "trademark:90000001"))
                    .extracting(entry -> entry.deed())
                    .contains("rights.add-picture", "rights.remove-picture");
        });
        assertThat(add("shen.zhiyao", right, 901)).as("added again").isInstanceOf(RightPictures.Added.Done.class);
    }

    @Test
    void a_rights_holder_keeps_pictures_of_the_own_right_and_no_other() {
        assertThat(add("heng.an", right("trademark:90000002"), 902)).isInstanceOf(RightPictures.Added.Done.class);
        long foreign = added("shen.zhiyao", right("trademark:90000101"), 903);

        assertThatThrownBy(() -> add("heng.an", right("trademark:90000101"), 904)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> persons.as("heng.an", () -> pictures.remove(foreign, "不该")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> add("ding.an", right("trademark:90000001"), 905)).isInstanceOf(Forbidden.class);
    }

    @Test
    void a_rights_holder_adds_and_removes_no_foreign_picture_by_direct_sql_either() {
        long foreign = added("shen.zhiyao", right("trademark:90000101"), 906);

        persons.as("heng.an", () -> transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(jdbc.sql("update rights.picture set removed_at = now(), removed_why = '不该' where id = :id")
                            .param("id", foreign)
                            .update())
                    .isZero();
        }));
        assertThatThrownBy(() -> persons.as("heng.an", () -> transaction.executeWithoutResult(_ -> jdbc.sql(
                                """
                                insert into rights.picture (registration_id, name, media_type, sha256, content, fingerprint,
                                       added_at, added_by, agency)
                                select registration_id, name, media_type, repeat('0', 64), content, fingerprint,
                                       added_at, added_by, agency
                                  from rights.picture where id = :id
                                """)
                        .param("id", foreign)
                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void who_is_not_signed_in_sees_no_picture() {
        long id = added("shen.zhiyao", right("trademark:90000001"), 907);

        try (var stranger = Visitor.stranger(port);
                var clerk = Visitor.signedIn(port, "ding.an")) {
            assertThat(stranger.get("/rights/pictures/" + id).statusCode()).isNotEqualTo(200);
            assertThat(clerk.get("/rights/pictures/" + id).statusCode()).isEqualTo(200);
            assertThat(clerk.get("/rights/pictures/999999").statusCode()).isEqualTo(404);
            assertThat(clerk.post("/rights/pictures/" + id + "/removal", java.util.Map.of("why", "不该"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
