package dev.winnow.model.domain;

import dev.winnow.model.source.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** Display names of record components, in English and Chinese. */
public final class ComponentNames {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern PREFIX = Pattern.compile("^(co|sub) ");

    private static final Properties CHINESE = chinese();

    private ComponentNames() {}

    /** {@code annualOutput} as {@code annual output}, {@code coInvestors} as {@code co-investors}. */
    public static String words(String component) {
        String apart = HUMP.matcher(component).replaceAll(" ").toLowerCase(Locale.ROOT);
        return PREFIX.matcher(apart).replaceFirst("$1-");
    }

    /**
     * The name of a component, list, type or closed word in a language: {@code fundingNeed} as {@code funding need} or
     * {@code 资金需求}. A name without a translation stays in English.
     */
    public static String words(String component, Language language) {
        String translated = language == Language.EN ? null : CHINESE.getProperty(component);
        return translated == null ? words(component) : translated;
    }

    /** A word of a closed list, such as {@code production}, in a language. */
    public static String word(String word, Language language) {
        return language == Language.EN ? word : CHINESE.getProperty("word." + word, word);
    }

    /** What a component that is true or false says of its subject, in Chinese: {@code 申明规模优势}, {@code 未申明规模优势}. */
    public static String claim(String component, boolean holds) {
        String name = CHINESE.getProperty((holds ? "yes." : "no.") + component);
        return name != null ? name : words(component, Language.ZH) + (holds ? "为是" : "为否");
    }

    private static Properties chinese() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        ComponentNames.class.getResourceAsStream("spoken_zh.properties"), "spoken_zh.properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
