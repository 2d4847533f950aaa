package org.hoshimori.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void twelve_characters_of_any_kind_are_enough() {
        assertThat(passwords.problem("blue horse t", "a@example.jp")).isEmpty();
        assertThat(passwords.problem("青い馬が丘の上を走っていく", "a@example.jp")).isEmpty();
        assertThat(passwords.problem("blue horse ", "a@example.jp")).contains("access.password.short");
    }

    @Test
    void characters_are_counted_not_their_halves() {
        assertThat(passwords.problem("🐎🐕🐈🐓🐄🐖", "a@example.jp")).contains("access.password.short");
    }

    @Test
    void more_than_128_characters_are_too_many() {
        var longest = "horse battery staple ".repeat(10);
        assertThat(passwords.problem(longest.substring(0, 128), "a@example.jp")).isEmpty();
        assertThat(passwords.problem(longest.substring(0, 129), "a@example.jp")).contains("access.password.long");
    }

    @Test
    void what_everybody_uses_is_refused() {
        assertThat(passwords.problem("passwordPASSWORD", "a@example.jp")).contains("access.password.common");
        assertThat(passwords.problem("aaaaaaaaaaaaaaab", "a@example.jp")).contains("access.password.common");
    }

    @Test
    void the_address_itself_is_no_password() {
        assertThat(passwords.problem("Yamada@Example.jp", "yamada@example.jp")).contains("access.password.email");
    }

    @Test
    void an_unknown_address_takes_as_long_as_a_known_one() {
        var encoder = new AccessConfig().passwordEncoder();
        assertThat(encoder.upgradeEncoding(SignIns.NOBODY)).isFalse();
        assertThat(SignIns.NOBODY).hasSameSizeAs(encoder.encode("a long password of somebody"));
        assertThat(encoder.matches("", SignIns.NOBODY)).isFalse();
    }
}
