package org.hoshimori.document;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import gg.jte.TemplateEngine;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.access.SignIns;
import org.hoshimori.assessment.Rounds;
import org.hoshimori.content.Editions;
import org.hoshimori.control.Controls;
import org.hoshimori.file.Files;
import org.hoshimori.mail.Outbox;
import org.hoshimori.organization.Organizations;
import org.hoshimori.organization.People;
import org.hoshimori.organization.Permission;
import org.hoshimori.organization.Worries;
import org.hoshimori.paper.PdfPaper;
import org.hoshimori.paper.WordCheck;
import org.hoshimori.template.Templates;
import org.hoshimori.template.WordWriter;
import org.hoshimori.trail.Author;
import org.hoshimori.web.MenuEntry;
import org.hoshimori.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Configuration(proxyBeanMethods = false)
class DocumentConfig {

    @Bean
    MenuEntry documentMenu() {
        return new MenuEntry("/documents", "document.menu", 50, MenuEntry.Place.MAIN, Permission.USE.name());
    }

    /// Just after midnight, so that a revision is in force on the morning of its day.
    @Bean
    RecurringTask<Void> documentsInForce(Approvals approvals, SignIns signIns) {
        return Tasks.recurring("documents-in-force", Schedules.daily(ZoneId.of("Asia/Tokyo"), LocalTime.of(0, 5)))
                .execute((_, _) -> signIns.everyCompany(
                        "documents-in-force", company -> approvals.announce(company, Author.SYSTEM)));
    }

    /// What turns documents into files.
    @Component
    record Press(
            TemplateEngine engine,
            MessageSource texts,
            PdfPaper pdf,
            WordWriter word,
            Templates templates,
            Files files) {}

    /// Where the facts of documents come from.
    @Component
    record Sources(
            Organizations organizations,
            People people,
            Controls controls,
            Worries worries,
            Rounds rounds,
            Editions editions,
            Templates templates,
            MessageSource texts) {}
    /// Tells those who may approve, by mail where it is set up; their start page says it anyway.
    @Bean
    ApproverMail approverMail(Outbox outbox, Organizations organizations, Reach reach, MessageSource texts) {
        return new ApproverMail(outbox, organizations, reach, texts);
    }

    record ApproverMail(Outbox outbox, Organizations organizations, Reach reach, MessageSource texts) {

        @EventListener
        void tell(Documents.ReviewAsked asked) {
            // The sample company writes to nobody.
            if (!outbox.configured()
                    || organizations.company(asked.organization()).sample()) {
                return;
            }
            for (var approver : asked.approvers()) {
                if (approver.email() != null) {
                    outbox.send(
                            asked.organization(),
                            approver.email(),
                            text("document.mail.subject", asked.title()),
                            text(
                                    "document.mail.body",
                                    approver.name(),
                                    asked.asker(),
                                    asked.title(),
                                    reach.url("/documents/" + asked.template() + "/approval")));
                }
            }
        }

        private String text(String key, Object... arguments) {
            return texts.getMessage(key, arguments, Documents.LANGUAGE);
        }
    }

    /// An existing document is a PDF or a Word document without anything that acts or fetches from outside.
    static final class OwnFile {

        /// Names that act. Not the short `/JS`: three letters of chance stand in every large scan, and whatever has
        /// that key has one of these too.
        private static final Pattern ACTS =
                Pattern.compile("/(JavaScript|Rendition|Launch|EmbeddedFiles?|RichMedia)\\b");

        /// A letter of a name may be written by its number.
        private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

        private OwnFile() {}

        /// Key of the sentence that says a finding of [WordCheck].
        static String key(String finding) {
            return "document.problem.file."
                    + switch (finding) {
                        case "macros" -> "active";
                        case "outside" -> "outside";
                        case "size" -> "large";
                        default -> "type";
                    };
        }

        /// Key of the sentence with which it is refused; null when it is good.
        static @Nullable String refusal(byte[] content) {
            var head = new String(content, 0, Math.min(content.length, 5), StandardCharsets.ISO_8859_1);
            if (head.startsWith("%PDF-")) {
                var text = ESCAPED.matcher(new String(content, StandardCharsets.ISO_8859_1))
                        .replaceAll(letter ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(letter.group(1), 16))));
                return ACTS.matcher(text).find() ? "document.problem.file.active" : null;
            }
            if (!head.startsWith("PK")) {
                return "document.problem.file.type";
            }
            return WordCheck.problems(content).stream()
                    .findFirst()
                    .map(OwnFile::key)
                    .orElse(null);
        }
    }
}
