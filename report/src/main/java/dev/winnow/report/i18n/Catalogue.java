package dev.winnow.report.i18n;

import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The translations of one language. English has none.
 *
 * <p>The file {@code zh.txt} has an English template a line, in the order of the alphabet, and below it, indented, its
 * translation. Quotes keep blanks at the ends, and {@code \n} is a line break. Where one English text is translated
 * differently by use, the key of the use in {@code words.properties} follows the template: {@code Scores @sheet.scores}.
 * Immutable.
 */
final class Catalogue {

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern IN_CONTEXT = Pattern.compile("(.*) @([\\w.]+)");

    private final Map<String, String> translations;

    private Catalogue(Map<String, String> translations) {
        this.translations = translations;
    }

    /** The catalogue of a language. */
    static Catalogue of(Language language) {
        return new Catalogue(language == Language.EN ? Map.of() : read(language));
    }

    /** The English texts that have a key. */
    static Properties english() {
        Properties words = new Properties();
        try (Reader in = open("words.properties")) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The entries of a language in the order of its file; templates with a context as {@link #inContext} joins them. */
    static Map<String, String> read(Language language) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (Reader in = open(language.tag() + ".txt")) {
            StringBuilder text = new StringBuilder();
            char[] part = new char[8192];
            for (int read = in.read(part); read > 0; read = in.read(part)) {
                text.append(part, 0, read);
            }
            String english = "";
            for (String line : text.toString().split("\n", -1)) {
                if (line.startsWith("  ")) {
                    entries.put(english, unquoted(line.strip()));
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    Matcher inContext = IN_CONTEXT.matcher(line);
                    english = inContext.matches()
                            ? inContext(unquoted(inContext.group(1)), inContext.group(2))
                            : unquoted(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Reader open(String file) {
        InputStream in = Catalogue.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("no `" + file + "` beside " + Catalogue.class.getName());
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    private static String unquoted(String text) {
        String within = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        return within.replace("\\n", "\n");
    }

    /** The key of a template in a context. */
    static String inContext(String english, String context) {
        return english + " @" + context;
    }

    /** The translation of a template; null if there is none. A template without words is the same in each language. */
    @Nullable
    String find(String english) {
        String other = translations.get(english);
        return other == null && isWordless(english) ? english : other;
    }

    /** The translation of a template in a context; null if there is none in any. */
    @Nullable
    String find(String english, String context) {
        String other = translations.get(inContext(english, context));
        return other == null ? find(english) : other;
    }

    /** Whether a template has signs and places alone. */
    static boolean isWordless(String template) {
        return !LETTER.matcher(template.replace("%s", "")).find();
    }

    /** A blank between Chinese characters and a name in backticks. */
    static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            boolean tick = text.charAt(i) == '`';
            if (tick && !within && i > 0 && Han.is(text.charAt(i - 1))) {
                spaced.append(' ');
            }
            spaced.append(text.charAt(i));
            if (tick && within && i + 1 < text.length() && Han.is(text.charAt(i + 1))) {
                spaced.append(' ');
            }
            within ^= tick;
        }
        return spaced.toString();
    }
}
