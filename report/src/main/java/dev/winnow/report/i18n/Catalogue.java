package dev.winnow.report.i18n;

import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The translations of one language; empty for English.
 *
 * <p>{@code zh.txt} has English templates sorted by code point, each followed by its indented translation. Quotes keep
 * leading and trailing blanks, and {@code \n} is a line break. Where the translation depends on use, the key of that use
 * in {@code words.properties} follows the template: {@code Scores @sheet.scores}. A feature brings files of the same
 * names in {@code META-INF/winnow/} of its jar. Immutable.
 */
final class Catalogue {

    /** Folder of the texts in the jar of a feature. */
    private static final String FEATURES = "META-INF/winnow/";

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern IN_CONTEXT = Pattern.compile("(.*) @([\\w.]+)");

    private final Map<String, String> translations;

    Catalogue(Map<String, String> translations) {
        this.translations = translations;
    }

    /** Returns the catalogue of a language. */
    static Catalogue of(Language language) {
        return new Catalogue(language == Language.EN ? Map.of() : read(language));
    }

    /** Returns the English texts of the core that have keys. */
    static Properties english() {
        return words(text(Catalogue.class.getResource("words.properties")));
    }

    /** Returns the English texts of features that have keys. */
    static Properties englishOfFeatures() {
        Properties words = new Properties();
        ofFeatures("words.properties").forEach(text -> words.putAll(words(text)));
        return words;
    }

    /** Returns the texts by key in a file. */
    static Properties words(String text) {
        Properties words = new Properties();
        try {
            words.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** Returns the entries of a language, of the core and then of features. */
    static Map<String, String> read(Language language) {
        String file = language.tag() + ".txt";
        Map<String, String> entries = entries(text(Catalogue.class.getResource(file)));
        ofFeatures(file).forEach(text -> entries(text).forEach(entries::putIfAbsent));
        return entries;
    }

    /** Returns the entries of a file in its order, contexts joined by {@link #inContext}. */
    static Map<String, String> entries(String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        String english = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("  ")) {
                entries.put(english, unquoted(line.strip()));
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                Matcher inContext = IN_CONTEXT.matcher(line);
                english = inContext.matches()
                        ? inContext(unquoted(inContext.group(1)), inContext.group(2))
                        : unquoted(line);
            }
        }
        return entries;
    }

    /** Returns the texts of the files of a name that features bring. */
    private static List<String> ofFeatures(String file) {
        try {
            return Collections.list(Catalogue.class.getClassLoader().getResources(FEATURES + file)).stream()
                    .map(Catalogue::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable URL file) {
        try (InputStream in = Objects.requireNonNull(file).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String text) {
        String within = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        return within.replace("\\n", "\n");
    }

    /** Returns the key of a template in a context. */
    static String inContext(String english, String context) {
        return english + " @" + context;
    }

    /**
     * Returns the translation of a template; null if there is none. A template without letters is its own translation.
     */
    @Nullable
    String find(String english) {
        String other = translations.get(english);
        return other == null && isWordless(english) ? english : other;
    }

    /**
     * Returns the translation of a template in a context, or in general if there is none in that context; null if there
     * is neither.
     */
    @Nullable
    String find(String english, String context) {
        String other = translations.get(inContext(english, context));
        return other == null ? find(english) : other;
    }

    /** Returns whether a template consists of signs and placeholders only. */
    static boolean isWordless(String template) {
        return !LETTER.matcher(template.replace("%s", "")).find();
    }

    /** Puts a blank between Chinese characters and a name in backticks. */
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
