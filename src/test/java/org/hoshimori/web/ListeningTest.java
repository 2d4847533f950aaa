package org.hoshimori.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {

    private static final String URL = "https://hoshimori.example.jp";

    @TempDir
    Path folder;

    @Test
    void alone_on_this_machine_nothing_is_asked() {
        assertThat(new Listening("127.0.0.1", "", "", "", "").refusal()).isEmpty();
        assertThat(new Listening("::1", "", "", "", "").refusal()).isEmpty();
        assertThat(new Listening("localhost", URL, "", "", "").refusal()).isEmpty();
    }

    @Test
    void other_machines_need_an_address_and_encryption() throws Exception {
        var file = Files.writeString(folder.resolve("a.pem"), "-").toString();
        assertThat(new Listening("0.0.0.0", "", "", "", "").refusal()).hasValueSatisfying(says("HOSHIMORI_PUBLIC_URL"));
        assertThat(new Listening("0.0.0.0", URL, "", "", "").refusal())
                .hasValueSatisfying(says("HOSHIMORI_TRUSTED_PROXY"));
        assertThat(new Listening("0.0.0.0", "http://hoshimori.example.jp", "", "", "10.0.0.5").refusal())
                .hasValueSatisfying(says("encrypted"));
        assertThat(new Listening("0.0.0.0", URL, "", "", "10.0.0.5").refusal()).isEmpty();
        assertThat(new Listening("0.0.0.0", URL, file, file, "").refusal()).isEmpty();
    }

    @Test
    void a_certificate_needs_its_key_and_both_must_be_there() throws Exception {
        var file = Files.writeString(folder.resolve("a.pem"), "-").toString();
        assertThat(new Listening("127.0.0.1", "", file, "", "").refusal())
                .hasValueSatisfying(says("HOSHIMORI_CERTIFICATE_KEY"));
        assertThat(new Listening("127.0.0.1", "", file, folder.resolve("b.pem").toString(), "").refusal())
                .hasValueSatisfying(says("b.pem"));
    }

    @Test
    void a_proxy_is_an_address_and_the_public_address_has_no_path() {
        assertThat(new Listening("127.0.0.1", URL, "", "", "proxy.example.jp").refusal())
                .hasValueSatisfying(says("HOSHIMORI_TRUSTED_PROXY"));
        assertThat(new Listening("127.0.0.1", URL, "", "", "10.0.0.5, fd00::5").refusal())
                .isEmpty();
        assertThat(new Listening("127.0.0.1", URL + "/app", "", "", "").refusal())
                .hasValueSatisfying(says("HOSHIMORI_PUBLIC_URL"));
        assertThat(new Listening("127.0.0.1", "hoshimori", "", "", "").refusal())
                .hasValueSatisfying(says("HOSHIMORI_PUBLIC_URL"));
    }

    @Test
    void links_come_from_the_public_address() {
        assertThat(new Reach(URL + "/", "", 8080).url("/answer/x")).isEqualTo(URL + "/answer/x");
        assertThat(new Reach("", "", 8080).url("/")).isEqualTo("http://127.0.0.1:8080/");
        assertThat(new Reach("", "cert.pem", 8443).url("/")).isEqualTo("https://127.0.0.1:8443/");
        assertThat(new Reach("", "", 8080).fromElsewhere()).isFalse();
        assertThat(new Reach(URL, "", 8080).fromElsewhere()).isTrue();
    }

    private static java.util.function.Consumer<String> says(String word) {
        return sentence -> assertThat(sentence).contains(word);
    }
}
