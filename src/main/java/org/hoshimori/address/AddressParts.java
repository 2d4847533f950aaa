package org.hoshimori.address;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.content.Appendix;

/// Takes an address apart: prefecture, municipality, town, and the street that is not public. Municipalities come from
/// the official codes where they are loaded; otherwise from the ending of their names.
public final class AddressParts {

    /// Municipalities whose names hold an ending before their end (JIS X 0402).
    private static final String MISLEADING = "四日市市|廿日市市|野々市市|東村山市|武蔵村山市|(?:余市郡)?余市町|余市郡(?:仁木町|赤井川村)"
            + "|高市郡(?:高取町|明日香村)|(?:中新川郡)?上市町|(?:吉野郡)?下市町|芳賀郡市貝町|西八代郡市川三郷町|神崎郡市川町"
            + "|佐波郡玉村町|杵島郡大町町";

    /// Rather too short than too long: what belongs to no municipality may be private.
    private static final Pattern ENDING = Pattern.compile(
            "(" + MISLEADING + "|[^市]{1,6}?郡[^市]{1,6}?[町村]|.{1,7}?市[^市町0-9]{1,4}?区|.{1,8}?(?:[市区]|[町村](?![市町村])))(.*)");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /// The town ends where the first number begins; 三丁目 belongs to it, 四番五号 and 四番地 do not.
    private static final Pattern NUMBER =
            Pattern.compile("(.*?)((?:[0-9]|[〇一二三四五六七八九十百]+番(?:地|[〇一二三四五六七八九十百]+(?:号|$))).*)?");

    private final Map<String, String> prefectures = new HashMap<>();
    private final Map<String, List<String>> municipalities = new HashMap<>();
    private final Places places;

    public AddressParts(List<Appendix.Prefecture> known, Places places) {
        this.places = places;
        for (var prefecture : known) {
            prefectures.put(prefecture.code(), prefecture.code());
            prefectures.put(String.valueOf(Integer.parseInt(prefecture.code())), prefecture.code());
            prefectures.put(prefecture.title(), prefecture.code());
            prefectures.putIfAbsent(prefecture.title().replaceFirst("[都府県]$", ""), prefecture.code());
        }
    }

    /// What an address consists of; what it does not have is empty.
    ///
    /// @param prefecture two digits
    /// @param street not for the public
    public record Parts(String prefecture, String municipality, String town, String street) {}

    /// The code of a prefecture, by its code or name, with or without its ending.
    public Optional<String> prefecture(String typed) {
        return Optional.ofNullable(prefectures.get(plain(typed)));
    }

    /// Empty when no prefecture or no municipality can be read.
    public Optional<Parts> read(String address) {
        var text = plain(address);
        for (var length : new int[] {4, 3}) {
            var code = text.length() > length ? prefectures.get(text.substring(0, length)) : null;
            if (code != null) {
                return rest(code, text.substring(length));
            }
        }
        return Optional.empty();
    }

    /// The same without the prefecture, which is known.
    public Optional<Parts> rest(String prefecture, String address) {
        var text = plain(address);
        var longest = known(prefecture).stream()
                .filter(text::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        if (longest.isPresent()) {
            return Optional.of(parts(
                    prefecture, longest.get(), text.substring(longest.get().length())));
        }
        var match = ENDING.matcher(text);
        return match.matches() ? Optional.of(parts(prefecture, match.group(1), match.group(2))) : Optional.empty();
    }

    private List<String> known(String prefecture) {
        return municipalities.computeIfAbsent(prefecture, places::municipalities);
    }

    private static Parts parts(String prefecture, String municipality, String rest) {
        var match = NUMBER.matcher(rest);
        var town = match.matches() ? match.group(1) : rest;
        return new Parts(prefecture, municipality, town, rest.substring(town.length()));
    }

    private static String plain(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
    }
}
