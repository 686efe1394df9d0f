package org.hengjian.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what its bytes say. */
class MediaTypeTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "ffd8ffe0, image/jpeg",
        "89504e470d0a1a0a, image/png",
        "474946383961, image/gif",
        "52494646000000005745425056503820, image/webp",
        "0000001866747970686569630000, image/heic",
        "00000018667479706d7034320000, video/mp4",
        "000000146674797071742020, video/quicktime",
        "255044462d312e37, application/pdf",
        "504b0304140000000000, application/zip",
        "4d5a90000300000004000000, application/octet-stream",
        "7f454c460201010000000000, application/octet-stream",
        "00, application/octet-stream",
    })
    void by_its_first_bytes(String hex, String type) {
        assertThat(MediaType.of(java.util.HexFormat.of().parseHex(hex)).name()).isEqualTo(type);
    }

    @Test
    void pages_and_texts_by_how_they_begin() {
        assertThat(of("<!DOCTYPE html><script>alert(1)</script>")).isEqualTo("text/html");
        assertThat(of("  <HTML><body>")).isEqualTo("text/html");
        assertThat(of("\ufeff<html>")).isEqualTo("text/html");
        assertThat(of("聊天记录：这批货放哪里？")).isEqualTo("text/plain");
        assertThat(MediaType.of("聊天记录".getBytes(Charset.forName("GB18030"))).name()).isEqualTo("text/plain");
        assertThat(of("MIME-Version: 1.0\r\nContent-Type: multipart/related")).isEqualTo("multipart/related");
    }

    @Test
    void only_what_is_safe_is_shown_as_it_is() {
        assertThat(new MediaType("text/html").isPicture()).isFalse();
        assertThat(new MediaType("image/svg+xml").isPicture()).isFalse();
        assertThat(MediaType.of("<svg xmlns='http://www.w3.org/2000/svg'>".getBytes(StandardCharsets.UTF_8)).isPicture())
                .isFalse();
    }

    private static String of(String text) {
        return MediaType.of(text.getBytes(StandardCharsets.UTF_8)).name();
    }
}
