package org.hoshimori.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// What every template gets beside its own page: texts in the visitor's language, the menu, the token that protects
/// forms.
///
/// @param path of this request, without the query
/// @param visitor null when nobody is signed in
/// @param toast what just happened, said once after a redirect
public record Shell(
        Locale locale,
        MessageSource messages,
        String path,
        @Nullable Visitor visitor,
        List<MenuEntry> menu,
        String csrfToken,
        @Nullable String toast) {

    /// How parts of a page are replaced: no style and no code of its own, so that the content policy stays strict;
    /// a form that comes back with problems (422) is shown.
    public static final String LIVE = """
            {"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true,\
            "attributesToSettle":["class"],"responseHandling":[\
            {"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"422","swap":true},\
            {"code":"[45]..","swap":false,"error":true}]}""";

    /// A text of `messages/<room>`. An unknown key is a bug and throws.
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public boolean english() {
        return locale.getLanguage().equals("en");
    }

    /// 2026年11月20日（金） or 20 November 2026.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("web.format.date"), locale).format(date);
    }

    /// 2026年11月 or November 2026.
    public String month(LocalDate date) {
        return DateTimeFormatter.ofPattern(text("web.format.month"), locale).format(date);
    }

    /// 2026年11月20日 10時42分, in Japan's time.
    public String time(OffsetDateTime time) {
        return DateTimeFormatter.ofPattern(text("web.format.time"), locale)
                .format(time.atZoneSameInstant(ZoneId.of("Asia/Tokyo")));
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    List<MenuEntry> entries(MenuEntry.Place place) {
        return menu.stream().filter(entry -> entry.place() == place).toList();
    }

    public List<MenuEntry> mainMenu() {
        return entries(MenuEntry.Place.MAIN);
    }

    public List<MenuEntry> personMenu() {
        return entries(MenuEntry.Place.PERSON);
    }

    /// What somebody may do before signing in.
    public List<MenuEntry> doorMenu() {
        return entries(MenuEntry.Place.DOOR);
    }

    /// The public pages.
    public List<MenuEntry> footMenu() {
        return entries(MenuEntry.Place.FOOT);
    }

    /// The address of a file that every page may load.
    public String file(String name) {
        return WebConfig.StaticFiles.FOLDER + name;
    }

    /// True for the entry that the page belongs to.
    public boolean current(MenuEntry entry) {
        return path.equals(entry.path()) || (entry.path().length() > 1 && path.startsWith(entry.path() + "/"));
    }

    public boolean may(String permission) {
        return visitor != null && visitor.may(permission);
    }
}
