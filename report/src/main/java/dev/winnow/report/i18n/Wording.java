package dev.winnow.report.i18n;

import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Han;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language: English templates in the code or, where code or a script chooses among them, behind keys
 * such as {@code screen.score}; and their translations in the {@link Catalogue} of the language. Untranslated texts
 * appear in English. Immutable.
 */
public final class Wording {

    /** The wordings read so far: the files of each language are read once. */
    private static final Map<Language, Wording> READ = new ConcurrentHashMap<>();

    /** Typical length of the values of a template. */
    private static final int FILLED = 24;

    /** Highest placeholder index, counted from 0: {@code %9$s}. */
    private static final int LAST_NUMBER = 8;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Language language;
    private final Properties words;
    private final Catalogue catalogue;
    private final DateTimeFormatter days;

    /** The words of features, read when a text is not one of the core. */
    private static final class OfFeatures {
        static final Properties WORDS = Catalogue.englishOfFeatures();
    }

    private Wording(Language language) {
        this.language = language;
        this.words = Catalogue.english();
        this.catalogue = Catalogue.of(language);
        this.days = DateTimeFormatter.ofPattern(say("day"), Locale.forLanguageTag(language.tag()));
    }

    /** Returns the texts of a language. */
    public static Wording inLanguage(Language language) {
        return READ.computeIfAbsent(language, Wording::new);
    }

    /** Returns the language. */
    public Language language() {
        return language;
    }

    /** Returns the text of a key, with its placeholders; null if there is no such key. */
    @Nullable
    String find(String key) {
        String english = words.getProperty(key);
        if (english == null) {
            english = OfFeatures.WORDS.getProperty(key);
        }
        if (english == null) {
            return null;
        }
        String other = catalogue.find(english, key);
        return other == null ? english : other;
    }

    /** Returns the text of a key, or the key if it has none, as columns for programs do not. */
    public String orKey(String key) {
        String text = find(key);
        return text == null ? key : text;
    }

    /** Returns the texts of the core whose keys have a prefix, by key, with their placeholders. */
    public Map<String, String> beginning(String prefix) {
        return beginning(prefix, words);
    }

    /** Returns the texts of the core and of all features whose keys have a prefix. */
    public Map<String, String> beginningInAll(String prefix) {
        Map<String, String> all = beginning(prefix);
        all.putAll(beginning(prefix, OfFeatures.WORDS));
        return all;
    }

    private Map<String, String> beginning(String prefix, Properties words) {
        Map<String, String> beginning = new TreeMap<>();
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                beginning.put(key, orKey(key));
            }
        }
        return beginning;
    }

    /**
     * Returns the text of a key, filled in.
     *
     * @param key the key of the text
     * @param values the values, in this language; surplus ones are ignored, and without any the placeholders stay
     * @throws IllegalArgumentException if there is no such key
     */
    public String say(String key, Object... values) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for `" + key + "`");
        }
        return values.length == 0 ? text : filled(text, values);
    }

    /** Fills in a template: {@code %s} takes the next value, {@code %2$s} the second. Any other percent sign stays. */
    static String filled(String template, Object... values) {
        StringBuilder filled = new StringBuilder(template.length() + FILLED);
        int from = 0;
        int next = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', at + 1)) {
            boolean numbered = template.startsWith("$s", at + 2);
            int number = numbered ? template.charAt(at + 1) - '1' : template.startsWith("s", at + 1) ? next++ : -1;
            if (number >= 0 && number <= LAST_NUMBER) {
                Han.append(filled, template.substring(from, at));
                Han.append(filled, String.valueOf(values[number]));
                from = at + (numbered ? "%1$s" : "%s").length();
                at = from - 1;
            }
        }
        Han.append(filled, template.substring(from));
        return filled.toString();
    }

    /** Returns the unit of a number in a column of its own. */
    public String unit(Unit unit) {
        return unit.isDeclared() ? unit.sign(language) : say("unit." + unit);
    }

    /**
     * Returns the translation of an English template of the code, filled in.
     *
     * @param english the template, with {@code %s} for each value
     * @param values the values, in this language
     */
    public String sentence(String english, Object... values) {
        if (values.length == 0) {
            String other = catalogue.find(english);
            return other == null ? english : other;
        }
        return said(Message.of(english, values));
    }

    /** Returns the text of a message; in English unless all its parts are translated. */
    public String say(Message message) {
        String said = said(message);
        return language == Language.EN ? said : Catalogue.spaced(said);
    }

    private String said(Message message) {
        String said = language == Language.EN ? null : message.inLanguage(language, catalogue::find);
        return said == null ? message.toString() : said;
    }

    /** Returns the text of a problem: place, message and advice. */
    public String say(Problem problem) {
        return problem.inWords(this::say);
    }

    /** Returns the message and advice of a problem, without its place. */
    public String onOneLine(Problem problem) {
        Message advice = problem.advice();
        return say(problem.what()) + (advice == null ? "" : sentence("; ") + say(advice));
    }

    /** Returns a problem on one line: place, message and advice. */
    public String withPlace(Problem problem) {
        return problem.place() + ": " + onOneLine(problem);
    }

    /** Returns the display form of a value that a rule read. */
    public String value(Citation citation) {
        Figure figure = citation.figure();
        return language == Language.EN
                ? citation.value()
                : figure != null ? figure.write(language) : Names.inLanguage(language, value(citation.value()));
    }

    /** Returns the display form of a value in words: a day, or a text of the catalogue. */
    public String value(String value) {
        return DAY.matcher(value).matches() ? day(LocalDate.parse(value)) : sentence(value);
    }

    /**
     * Returns a name: in English both parts, so that readers of either language recognise it; otherwise the part in
     * this language.
     */
    public String name(String name) {
        return language == Language.EN ? name : Names.inLanguage(language, name);
    }

    /** Formats a day: {@code 2026-01-08} or {@code 2026年1月8日}. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** Joins a list: {@code a, b} or {@code a、b}. */
    public String list(Collection<String> things) {
        return String.join(say("list.separator"), things);
    }

    /** Joins the first entries of a list, and counts the others: {@code a, b and 3 more}. */
    public String list(List<String> things, int most) {
        return things.size() <= most
                ? list(things)
                : say("list.more", list(things.subList(0, most)), things.size() - most);
    }
}
