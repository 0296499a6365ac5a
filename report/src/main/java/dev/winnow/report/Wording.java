package dev.winnow.report;

import dev.winnow.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The words of one language, by keys such as {@code screen.score}. The files {@code words_en.properties} and
 * {@code words_zh.properties} have the same keys, each with the same places for values. Immutable.
 */
public final class Wording {

    private final Language language;
    private final Properties words;

    private Wording(Language language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** The words of a language. */
    public static Wording in(Language language) {
        String file = "words_" + language.tag() + ".properties";
        Properties words = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no `" + file + "` beside " + Wording.class.getName());
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Wording(language, words);
    }

    /** Which language it is. */
    public Language language() {
        return language;
    }

    /** The words whose keys begin so, by key, with their places unfilled. */
    Map<String, String> beginning(String prefix) {
        Map<String, String> beginning = new TreeMap<>();
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                beginning.put(key, words.getProperty(key));
            }
        }
        return beginning;
    }

    /**
     * Says something.
     *
     * @param key what to say
     * @param values what goes into its places, which are written {@code %s}, or {@code %2$s} where the order differs
     * @throws IllegalArgumentException if there is no such key
     */
    public String say(String key, Object... values) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for `" + key + "` in " + language.tag());
        }
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }
}
