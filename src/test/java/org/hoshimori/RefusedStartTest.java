package org.hoshimori;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hoshimori.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    @Test
    void a_role_that_sees_past_row_level_security_is_refused_with_a_sentence(CapturedOutput output) {
        var database = TestDatabase.create(TestDatabase.shared().adminUrl());
        var start = new SpringApplicationBuilder(Hoshimori.class);
        assertThatThrownBy(() -> start.run(
                        "--server.port=0",
                        "--hoshimori.database.url=" + database.url(),
                        "--hoshimori.database.user=" + database.ownerUser(),
                        "--hoshimori.database.password=" + database.ownerPassword()))
                .rootCause()
                .hasMessageContaining("can see past row-level security");
        assertThat(output).contains("Give HOSHIMORI_DATABASE_USER a plain role").doesNotContain("\tat org.");
    }

    @Test
    void a_bug_is_not_taken_for_a_refusal() {
        assertThatThrownBy(() -> Integer.parseInt("bug"))
                .satisfies(bug -> assertThat(new RefusedStart().analyze(bug)).isNull());
    }
}
