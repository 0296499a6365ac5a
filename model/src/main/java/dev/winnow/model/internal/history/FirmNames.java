package dev.winnow.model.internal.history;

import dev.winnow.model.source.Han;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.value.Evidence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The firms that a universe declares, by all their names. A text names a firm if it is one of its names, or two of them
 * side by side: {@code Haier 海尔}. Letter case, full width, punctuation and the number of blanks are ignored; everything
 * else counts, including legal forms such as {@code Co., Ltd.} Immutable.
 */
public final class FirmNames {

    /** The list of a universe that declares firms. */
    public static final String LIST = "firms";

    /** The names of a universe without declared firms. */
    public static final FirmNames NONE = new FirmNames(List.of(), Map.of());

    /** Maximum number of different letters between a text and the firm's name that it probably means. */
    private static final int MOST_LETTERS = 3;

    private static final Set<String> LEGAL_WORDS = Set.of("""
            co ltd limited inc incorporated corp corporation company group holding holdings plc llc gmbh ag sa nv bv kk pte \
            pty srl spa""".split(" "));

    /** Longer endings come before endings that they contain. */
    private static final List<String> LEGAL_ENDINGS =
            List.of("股份有限公司", "有限责任公司", "有限公司", "集团公司", "公司", "集团", "控股", "股份");

    /**
     * A firm.
     *
     * @param id unique among firms
     * @param name its display name, to which all its names are resolved
     * @param chinese its name in Chinese if {@code name} does not contain it; null otherwise
     * @param names all its names, as they are written
     * @param evidence the origin of the entry
     */
    public record Known(String id, String name, @Nullable String chinese, List<String> names, Evidence evidence) {

        public Known {
            names = List.copyOf(names);
        }
    }

    private final List<Known> firms;
    /** The firms by the {@linkplain #key keys} of their names. */
    private final Map<String, Known> byKey;
    /** The names as they are written, by their keys without legal form. */
    private final Map<String, String> bare = new LinkedHashMap<>();
    /** The letters of each key without legal form, as bits. */
    private final Map<String, Long> letters = new LinkedHashMap<>();

    private FirmNames(List<Known> firms, Map<String, Known> byKey) {
        this.firms = firms;
        this.byKey = byKey;
        firms.forEach(firm -> firm.names.forEach(name -> bare.putIfAbsent(bare(key(name)), name)));
        bare.keySet().forEach(key -> letters.put(key, letters(key)));
    }

    /**
     * Creates the names of firms, which must all be different.
     *
     * @throws IllegalArgumentException if two firms share a name
     */
    public static FirmNames of(Collection<Known> firms) {
        Map<String, Known> byKey = new HashMap<>();
        for (Known firm : firms) {
            for (String name : firm.names) {
                Known other = byKey.put(key(name), firm);
                if (other != null && !other.equals(firm)) {
                    throw new IllegalArgumentException("`" + name + "` is a name of two firms");
                }
            }
        }
        return new FirmNames(List.copyOf(firms), byKey);
    }

    /** The firms, in the order given. */
    public List<Known> firms() {
        return firms;
    }

    /** Returns the firm that a text names; null if it names none. */
    public @Nullable Known find(String text) {
        if (firms.isEmpty()) {
            return null;
        }
        String key = key(text);
        Known whole = byKey.get(key);
        if (whole != null) {
            return whole;
        }
        for (int border : borders(key)) {
            Known first = byKey.get(key.substring(0, border));
            if (first != null && first.equals(byKey.get(key.substring(border).strip()))) {
                return first;
            }
        }
        return null;
    }

    /** Returns the display name of the firm that a text names; the text itself if it names none. */
    public String canonical(String text) {
        Known firm = find(text);
        return firm == null ? text : firm.name;
    }

    /** Returns two different firms that a text names side by side; empty if it does not. */
    public List<Known> joined(String text) {
        String key = firms.isEmpty() ? "" : key(text);
        for (int border : borders(key)) {
            Known first = byKey.get(key.substring(0, border));
            Known second = byKey.get(key.substring(border).strip());
            if (first != null && second != null && !first.equals(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /**
     * Returns the name of a firm that a text resembles; null if there is none. The two differ in a few letters or in
     * the legal form, or the Chinese or the Latin part of the text is a name of the firm.
     */
    public @Nullable String near(String text) {
        if (firms.isEmpty()) {
            return null;
        }
        String key = key(text);
        String own = bare(key);
        String sameButForm = bare.get(own);
        if (sameButForm != null) {
            return sameButForm;
        }
        for (int border : borders(key)) {
            String first = key.substring(0, border);
            String second = key.substring(border).strip();
            Known known = Han.isIn(first) == Han.isIn(second)
                    ? null
                    : byKey.containsKey(first) ? byKey.get(first) : byKey.get(second);
            if (known != null) {
                return known.name;
            }
        }
        long made = letters(own);
        List<String> alike = new ArrayList<>();
        letters.forEach((name, theirs) -> {
            // A changed letter removes one bit and sets another. Only names within that distance are compared letter by
            // letter.
            if (Long.bitCount(made ^ theirs) <= 2 * MOST_LETTERS) {
                alike.add(name);
            }
        });
        List<String> nearest = Nearest.all(own, alike, MOST_LETTERS);
        return nearest.isEmpty() ? null : bare.get(nearest.get(0));
    }

    /**
     * Returns a name without case, width and punctuation: words separated by single blanks, with none beside Chinese
     * characters. Empty if the name consists of punctuation.
     */
    public static String key(String name) {
        String plain = isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        int last = -1;
        boolean blank = false;
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            if (isBlank(point)) {
                blank = true;
                continue;
            }
            if (blank && last >= 0 && !Han.is(last) && !Han.is(point)) {
                key.append(' ');
            }
            key.appendCodePoint(point);
            last = point;
            blank = false;
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || ".,;:'\"()[]-/‐‑–—·•’‘“”、。《》「」".indexOf(point) >= 0;
    }

    /**
     * Returns the positions at which a second name may begin: after a word, and at each change between Chinese and
     * letters.
     */
    private static List<Integer> borders(String key) {
        List<Integer> borders = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < key.length(); ) {
            int point = key.codePointAt(i);
            if (last >= 0 && (point == ' ' || (last != ' ' && Han.is(last) != Han.is(point)))) {
                borders.add(i);
            }
            last = point;
            i += Character.charCount(point);
        }
        return borders;
    }

    /** Returns a key without the legal form at its end; the whole key if it is nothing but a legal form. */
    private static String bare(String key) {
        String left = key;
        while (true) {
            String shorter = shorter(left);
            if (shorter.isEmpty() || shorter.equals(left)) {
                return left;
            }
            left = shorter;
        }
    }

    private static String shorter(String key) {
        int blank = key.lastIndexOf(' ');
        if (blank > 0 && LEGAL_WORDS.contains(key.substring(blank + 1))) {
            return key.substring(0, blank);
        }
        for (String ending : LEGAL_ENDINGS) {
            if (key.endsWith(ending)) {
                return key.substring(0, key.length() - ending.length()).strip();
            }
        }
        return key;
    }

    /** Returns the letters of a key as a set of 64 bits, several letters per bit. */
    private static long letters(String key) {
        long letters = 0;
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) != ' ') {
                letters |= 1L << (key.charAt(i) & 63);
            }
        }
        return letters;
    }
}
