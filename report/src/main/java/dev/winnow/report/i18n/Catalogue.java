package dev.winnow.report.i18n;

import dev.winnow.model.source.Language;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written in English in the code, in another language. What is not found stays in English.
 *
 * <p>Sentences of reports are asked for by their English template, {@code sentences_zh.txt}. Messages arrive made, and the
 * template that they were made of is found, {@code messages_zh.txt}: a value between backticks is a name and stays as it is, any
 * other is looked up too. Either file has an English template a line, in the order of the alphabet, and below it, indented, the
 * Chinese; quotes keep blanks at the ends. Where there are places, another {@code %} is written twice. Immutable.
 */
final class Catalogue {

    /** Of English itself. */
    static final Catalogue NONE = new Catalogue(Map.of(), Map.of());

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s");
    private static final Pattern FIGURE = Pattern.compile("\\d.*(%|[a-z])");
    /** Words of the command line, one after the other. */
    private static final Pattern WORDS = Pattern.compile("[a-z-]+(, [a-z-]+)+");

    private static final String NAME_ENDS = "`\"”";
    private static final int DEEPEST = 4;

    private final Map<String, String> sentences;
    private final Map<String, String> messages;
    private final List<Entry> entries;

    /**
     * A template with places.
     *
     * @param start what stands before the first place
     * @param end what stands behind the last
     * @param shape matches what was made of it; a group for each place
     * @param names whether each place stands between backticks
     * @param other the other language
     */
    private record Entry(String start, String end, Pattern shape, List<Boolean> names, String other) {

        static Entry of(String template, String other) {
            List<String> texts = new ArrayList<>();
            List<Boolean> names = new ArrayList<>();
            Matcher place = PLACE.matcher(template);
            int from = 0;
            while (place.find()) {
                texts.add(template.substring(from, place.start()));
                names.add(NAME_ENDS.indexOf(template.charAt(Math.min(place.end(), template.length() - 1))) >= 0
                        && place.end() < template.length());
                from = place.end();
            }
            texts.add(template.substring(from));
            StringBuilder shape = new StringBuilder();
            for (int i = 0; i < texts.size(); i++) {
                shape.append(Pattern.quote(texts.get(i).replace("%%", "%")));
                if (i < names.size()) {
                    shape.append(names.get(i) && texts.get(i + 1).startsWith("`") ? "([^`]*)" : "(.+?)");
                }
            }
            return new Entry(
                    texts.get(0).replace("%%", "%"),
                    texts.get(texts.size() - 1).replace("%%", "%"),
                    Pattern.compile(shape.toString(), Pattern.DOTALL),
                    names,
                    other);
        }

        int literal() {
            return shape.pattern().length();
        }
    }

    private Catalogue(Map<String, String> sentences, Map<String, String> messages) {
        this.sentences = sentences;
        this.messages = messages;
        this.entries = messages.entrySet().stream()
                .filter(entry -> entry.getKey().contains("%s"))
                .map(entry -> Entry.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Entry::literal).reversed())
                .toList();
    }

    /** The catalogue of a language. */
    static Catalogue of(Language language) {
        return language == Language.EN
                ? NONE
                : new Catalogue(
                        read("sentences_" + language.tag() + ".txt"), read("messages_" + language.tag() + ".txt"));
    }

    /** The pairs of a file, in its order. */
    static Map<String, String> read(String file) {
        Map<String, String> pairs = new LinkedHashMap<>();
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no `" + file + "` beside " + Catalogue.class.getName());
            }
            String english = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("  ")) {
                    pairs.put(english, unquoted(line.strip()));
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    english = unquoted(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }

    /** Quotes keep the blanks at the ends. */
    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** A sentence by its template; null if there is none. */
    @Nullable
    String tell(String template, Object... values) {
        String other = sentences.getOrDefault(template, messages.get(template));
        return other == null || values.length == 0 ? other : String.format(Locale.ROOT, other, values);
    }

    /** A sentence that is made already; null if it is of no template. */
    @Nullable
    String translate(String message) {
        String other = translate(message, 0);
        return other == null ? null : spaced(other);
    }

    /** A template in this language; null if nobody translated it. One that holds no word is the same in each. */
    @Nullable
    String template(String english) {
        String other = messages.getOrDefault(english, sentences.get(english));
        if (other != null) {
            return other.replace("%%", "%");
        }
        return isEnglish(english.replace("%s", " ")) ? translate(english, 0) : english;
    }

    /** A blank between Chinese characters and a name in backticks. */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean tick = text.charAt(i) == '`';
            if (tick && !within && i > 0 && isHan(text.charAt(i - 1))) {
                spaced.append(' ');
            }
            spaced.append(text.charAt(i));
            if (tick && within && i + 1 < text.length() && isHan(text.charAt(i + 1))) {
                spaced.append(' ');
            }
            within ^= tick;
        }
        return spaced.toString();
    }

    private static boolean isHan(char character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private @Nullable String translate(String message, int depth) {
        String whole = messages.getOrDefault(message, sentences.get(message));
        if (whole != null && !message.contains("%s")) {
            return whole;
        }
        if (depth < DEEPEST) {
            for (Entry entry : entries) {
                if (message.startsWith(entry.start)
                        && message.endsWith(entry.end)
                        && message.length() >= entry.start.length() + entry.end.length()) {
                    Matcher matcher = entry.shape.matcher(message);
                    String made = matcher.matches() ? made(entry, matcher.toMatchResult(), depth) : null;
                    if (made != null) {
                        return made;
                    }
                }
            }
            return pieces(message, depth);
        }
        return null;
    }

    /** Null if a value is left in English. */
    private @Nullable String made(Entry entry, MatchResult match, int depth) {
        Object[] values = new Object[match.groupCount()];
        for (int i = 0; i < values.length; i++) {
            String value = match.group(i + 1);
            String other = entry.names.get(i) ? value : told(value, depth);
            if (other == null) {
                return null;
            }
            values[i] = other;
        }
        return String.format(Locale.ROOT, entry.other, values);
    }

    /** A value that is no name; null if it is in English and nobody translated it. */
    private @Nullable String told(String value, int depth) {
        String other = depth < DEEPEST ? translate(value, depth + 1) : null;
        if (other != null) {
            return other;
        }
        if (FIGURE.matcher(value).find()) {
            for (Unit unit : Unit.values()) {
                Figure figure = FigureText.parse(value, unit, Evidence.NONE).figure();
                if (figure != null) {
                    return figure.write(Language.ZH);
                }
            }
        }
        if (WORDS.matcher(value).matches()) {
            return value.replace(", ", "、");
        }
        return isEnglish(value) ? null : value.replace("`, `", "`、`");
    }

    /** Sentences that are joined by a semicolon. */
    private @Nullable String pieces(String message, int depth) {
        int at = message.indexOf("; ");
        while (at > 0) {
            boolean outside =
                    message.substring(0, at).chars().filter(c -> c == '`').count() % 2 == 0;
            String first = outside ? translate(message.substring(0, at), depth + 1) : null;
            String rest = first == null ? null : translate(message.substring(at + 2), depth + 1);
            if (rest != null) {
                return first + "；" + rest;
            }
            at = message.indexOf("; ", at + 1);
        }
        return null;
    }

    /** Whether a text holds an English word outside names, quotations, paths and codes. */
    static boolean isEnglish(String text) {
        return Arrays.stream(NAME.matcher(text).replaceAll(" ").split("[\\s,;]+|[^\\x00-\\x7F]+", -1))
                .anyMatch(
                        word -> WORD.matcher(word).find() && !CODE.matcher(word).matches());
    }

    private static final Pattern NAME = Pattern.compile("`[^`]*`|“[^”]*”|\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** A path, a place in a file, a number of a character, a name of a type, an id, or an abbreviation. */
    private static final Pattern CODE = Pattern.compile(
            "\\S*[A-Za-z0-9_*-]+\\.[A-Za-z]\\S*|\\S*/\\S*|U\\+[0-9A-F]+|[A-Z][a-z]+([A-Z][a-z]*)*|[A-Z0-9]+|--[a-z-]+");
}
