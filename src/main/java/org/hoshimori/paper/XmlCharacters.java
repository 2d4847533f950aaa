package org.hoshimori.paper;

/// The characters that XML 1.0 allows (section 2.2, production `Char`).
///
/// People paste vertical tabs and worse out of Word and Excel. One of them makes a whole PDF unreadable for the
/// parser, and Excel offers to "repair" the workbook; so they are left out.
public final class XmlCharacters {

    private XmlCharacters() {}

    /// The same text without forbidden control characters, lone halves of surrogate pairs, U+FFFE and U+FFFF.
    public static String allowed(String text) {
        if (text.codePoints().allMatch(XmlCharacters::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(XmlCharacters::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        if (character < 0x20) {
            return character == '\t' || character == '\n' || character == '\r';
        }
        return character <= 0xD7FF
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
