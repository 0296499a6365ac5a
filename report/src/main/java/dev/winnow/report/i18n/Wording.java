package dev.winnow.report.i18n;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language: English templates in the code, or behind keys such as {@code screen.score} where code or a
 * script chooses among them, and their translations in the one {@link Catalogue} of the language. What has no translation
 * is said in English. Immutable.
 */
public final class Wording {

    /** The wording of each language that was asked for: its files are read once. */
    private static final Map<Language, Wording> READ = new ConcurrentHashMap<>();

    /** Room for what is filled in, as a rule. */
    private static final int FILLED = 24;

    /** The greatest number of a place, {@code %9$s}, counted from 0. */
    private static final int LAST_NUMBER = 8;

    private final Language language;
    private final Properties words;
    private final Catalogue catalogue;
    private final DateTimeFormatter days;

    private Wording(Language language) {
        this.language = language;
        this.words = Catalogue.english();
        this.catalogue = Catalogue.of(language);
        this.days = DateTimeFormatter.ofPattern(say("day"), Locale.forLanguageTag(language.tag()));
    }

    /** The words of a language. */
    public static Wording inLanguage(Language language) {
        return READ.computeIfAbsent(language, Wording::new);
    }

    /** Which language it is. */
    public Language language() {
        return language;
    }

    /** The words of a key, with their places unfilled; null if there is no such key. */
    @Nullable
    String find(String key) {
        String english = words.getProperty(key);
        if (english == null) {
            return null;
        }
        String other = catalogue.find(english, key);
        return other == null ? english : other;
    }

    /** The words of a key, or the key itself where it has none: of a column that only programs read. */
    public String orKey(String key) {
        String text = find(key);
        return text == null ? key : text;
    }

    /** The words whose keys begin so, by key, with their places unfilled. */
    public Map<String, String> beginning(String prefix) {
        Map<String, String> beginning = new TreeMap<>();
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                beginning.put(key, orKey(key));
            }
        }
        return beginning;
    }

    /**
     * The text of a key with its arguments.
     *
     * @param key the key of the text
     * @param values the arguments of its places, already in this language; further ones are not used, and with
     *     none places stay unfilled
     * @throws IllegalArgumentException if there is no such key
     */
    public String say(String key, Object... values) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for `" + key + "`");
        }
        return values.length == 0 ? text : filled(text, values);
    }

    /**
     * A template with its places filled: {@code %s} by one value after the other, {@code %2$s} by the second. A percent sign
     * that is no place stands for itself.
     */
    static String filled(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + FILLED);
        int from = 0;
        int next = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', at + 1)) {
            boolean numbered = template.startsWith("$s", at + 2);
            int number = numbered ? template.charAt(at + 1) - '1' : template.startsWith("s", at + 1) ? next++ : -1;
            if (number >= 0 && number <= LAST_NUMBER) {
                filled.append(template, from, at).append(values[number]);
                from = at + (numbered ? "%1$s" : "%s").length();
                at = from - 1;
            }
        }
        return filled.append(template, from, template.length()).toString();
    }

    /** What a number counts, as a column of its own says it. */
    public String unit(Unit unit) {
        return unit.isDeclared() ? unit.sign(language) : say("unit." + unit);
    }

    /**
     * The translation of a sentence that the code has in English.
     *
     * @param english its template, with {@code %s} for each value
     * @param values the arguments of its places, already in this language
     */
    public String sentence(String english, Object... values) {
        if (values.length == 0) {
            String other = catalogue.find(english);
            return other == null ? english : other;
        }
        return said(Message.of(english, values));
    }

    /** The text of a message; in English if a part of it is not translated. */
    public String say(Message message) {
        String said = said(message);
        return language == Language.EN ? said : Catalogue.spaced(said);
    }

    private String said(Message message) {
        String said = language == Language.EN ? null : message.inLanguage(language, catalogue::find);
        return said == null ? message.toString() : said;
    }

    /** The text of a problem: its place, what is wrong and the advice. */
    public String say(Problem problem) {
        return problem.inWords(this::say);
    }

    /** The text of a problem without its place. */
    public String onOneLine(Problem problem) {
        Message advice = problem.advice();
        return say(problem.what()) + (advice == null ? "" : sentence("; ") + say(advice));
    }

    /** The text of a problem with its place before it, on one line. */
    public String withPlace(Problem problem) {
        return problem.place() + ": " + onOneLine(problem);
    }

    /** The display form of a value that was read. */
    public String value(Citation citation) {
        Figure figure = citation.figure();
        return language == Language.EN
                ? citation.value()
                : figure != null ? figure.write(language) : Names.inLanguage(language, sentence(citation.value()));
    }

    /** A name: in English whole, for readers of either language to know it by; else the part in this language. */
    public String name(String name) {
        return language == Language.EN ? name : Names.inLanguage(language, name);
    }

    /** The display form of a day: {@code 2026-01-08} or {@code 2026年1月8日}. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** A list in words: {@code a, b} or {@code a、b}. */
    public String list(Collection<String> things) {
        return String.join(say("list.separator"), things);
    }

    /** The first of a list in words, and how many there are besides: {@code a, b and 3 more}. */
    public String list(List<String> things, int most) {
        return things.size() <= most
                ? list(things)
                : say("list.more", list(things.subList(0, most)), things.size() - most);
    }
}
