package org.hoshimori.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.content.Editions;
import org.hoshimori.organization.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The shipped templates, and facts of made-up companies.
public final class TemplateFixtures {

    /// Everything in the made-up facts that is no word of a template or blank.
    static final List<String> NAMES =
            List.of("控えを毎日取る", "図面がもれる", "2026年12月1日", "見本 太郎", "見本 花子", "見本 次郎", "見本", "\u3001");

    private TemplateFixtures() {}

    public static Templates shipped(Editions editions) {
        return new Templates(editions, texts());
    }

    public static MessageSource texts() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/template");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /// One person, nothing decided, every blank at its standard.
    public static Facts alone(List<Blank> blanks) {
        return standards(blanks)
                .truths(Map.of("organization.alone", true, "organization.team", false))
                .build();
    }

    /// Several people; every yes-or-no blank at yes, every question with a decided control.
    public static Facts team(List<Blank> blanks, Editions editions) {
        var facts = standards(blanks).truths(Map.of("organization.alone", false, "organization.team", true));
        for (var blank : blanks) {
            if (blank instanceof Blank.Choice choice) {
                choice.options()
                        .forEach(option -> facts.truths(Map.of(
                                choice.id() + "." + option.id(), !option.id().equals("no"))));
            }
        }
        var row = Map.of("title", "控えを毎日取る", "person", "見本 花子", "due", "2026年12月1日");
        facts.table("controls", List.of(row)).table("worries", List.of(Map.of("title", "図面がもれる")));
        editions.standard(Locale.JAPANESE).selfDiagnosis().questions().forEach(question -> facts.truths(
                        Map.of("control." + question.id(), true))
                .table("controls." + question.id(), List.of(row)));
        return facts.build();
    }

    private static Facts.Builder standards(List<Blank> blanks) {
        var facts = Facts.builder();
        for (var key : List.of("name", "representative", "address", "industry", "employees", "website")) {
            facts.text("organization." + key, "見本" + key);
        }
        for (var role : Role.values()) {
            facts.text("role." + role.id(), "見本 太郎");
        }
        facts.text("document.date", "2026年12月1日").text("document.title", "見本");
        blanks.forEach(blank -> standard(facts, blank));
        return facts;
    }

    private static void standard(Facts.Builder facts, Blank blank) {
        switch (blank) {
            case Blank.Text text -> facts.text(text.id(), text.standard());
            case Blank.LongText text -> facts.text(text.id(), text.standard());
            case Blank.Amount amount -> facts.text(amount.id(), String.valueOf(amount.standard()));
            case Blank.Day day -> facts.text(day.id(), "2026年12月1日");
            case Blank.Person person -> facts.text(person.id(), "見本 次郎");
            case Blank.Rows rows -> facts.table(rows.id(), rows.standard());
            case Blank.Choice choice -> {
                facts.text(choice.id(), title(choice.options(), List.of(choice.standard())));
                choice.options()
                        .forEach(one -> facts.truths(
                                Map.of(choice.id() + "." + one.id(), one.id().equals(choice.standard()))));
            }
            case Blank.Choices choices -> {
                facts.text(choices.id(), title(choices.options(), choices.standard()));
                choices.options()
                        .forEach(one -> facts.truths(Map.of(
                                choices.id() + "." + one.id(),
                                choices.standard().contains(one.id()))));
            }
        }
    }

    private static String title(List<Blank.Option> options, List<String> chosen) {
        var titles = new LinkedHashMap<String, String>();
        options.forEach(option -> titles.put(option.id(), option.title()));
        return String.join("、", chosen.stream().map(titles::get).toList());
    }
}
