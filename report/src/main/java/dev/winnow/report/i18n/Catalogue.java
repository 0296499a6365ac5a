package dev.winnow.report.i18n;

import dev.winnow.model.source.Han;
import dev.winnow.model.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The translations of the English templates in the code.
 *
 * <p>Sentences of reports stand in {@code sentences_zh.txt}, messages and {@code --help} in {@code messages_zh.txt}. Either
 * file has an English template a line, in the order of the alphabet, and below it, indented, the Chinese; quotes keep blanks
 * at the ends. Immutable.
 */
final class Catalogue {

    /** The empty catalogue of English. */
    static final Catalogue NONE = new Catalogue(Map.of(), Map.of());

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private final Map<String, String> sentences;
    private final Map<String, String> messages;

    private Catalogue(Map<String, String> sentences, Map<String, String> messages) {
        this.sentences = sentences;
        this.messages = messages;
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

    /** The translation of a sentence; null if there is none. */
    @Nullable
    String sentence(String english) {
        return sentences.getOrDefault(english, messages.get(english));
    }

    /** The translation of a message; null if there is none. A template without words is the same in each language. */
    @Nullable
    String message(String english) {
        String other = messages.getOrDefault(english, sentences.get(english));
        return other == null && isWordless(english) ? english : other;
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
