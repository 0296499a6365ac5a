package dev.winnow.model.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message independent of language: a template and its arguments.
 *
 * <p>The template is English and is also the key of its translation, as in gettext. A placeholder is written {@code
 * %s}, in a translation also {@code %2$s} where the order differs; any other {@code %} is literal. Arguments are not
 * searched for placeholders.
 *
 * <p>An argument is another {@code Message} or a {@link Localized} value, which are written in the language of the
 * message; a collection of arguments, which are listed; or any other object, such as a name, a number or a quotation,
 * which is written by {@code toString}. Messages with the same English text are equal. Immutable.
 */
public final class Message implements Comparable<Message> {

    private static final Pattern PLACE = Pattern.compile("%(?:([1-9])\\$)?s");

    private final String template;
    private final List<Object> arguments;
    /** Computed on first use; threads that compute it at the same time get equal values. */
    private @Nullable String english;

    private Message(String template, List<Object> arguments) {
        this.template = template;
        this.arguments = arguments;
    }

    /**
     * Creates a message.
     *
     * @param template a literal, with {@code %s} for each argument
     * @param arguments the arguments
     * @throws IllegalArgumentException if the numbers of arguments and placeholders differ
     */
    public static Message of(String template, @Nullable Object... arguments) {
        if (places(template) != arguments.length) {
            throw new IllegalArgumentException(
                    "`" + template + "` has " + places(template) + " places, not " + arguments.length);
        }
        List<Object> frozen = new ArrayList<>(arguments.length);
        for (@Nullable Object argument : arguments) {
            frozen.add(frozen(argument));
        }
        return new Message(template, Collections.unmodifiableList(frozen));
    }

    /** Returns names in backticks, as a list of arguments. */
    public static Collection<Message> names(Collection<String> names) {
        return names.stream().map(name -> of("`%s`", name)).toList();
    }

    /** Returns a conjunction of names in backticks: {@code `a`, `b` and `c`}. */
    public static Message all(Collection<String> names) {
        List<String> each = List.copyOf(names);
        return each.size() == 2 ? of("`%s` and `%s`", each.get(0), each.get(1)) : and(List.copyOf(names(each)));
    }

    /** Returns a conjunction of messages: {@code a, b and c}. */
    public static Message and(List<Message> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : of("%s and %s", parts.subList(0, last), parts.get(last));
    }

    /** Returns a disjunction of names in backticks: {@code `a`, `b` or `c`}. */
    public static Message any(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? of("`%s`", names.get(0))
                : of("%s or %s", names(names.subList(0, last)), of("`%s`", names.get(last)));
    }

    /** Returns one of three messages: for zero, one, or any other number. */
    public static Message count(long number, String noneTemplate, String oneTemplate, String manyTemplate) {
        return number == 0 ? of(noneTemplate) : number == 1 ? of(oneTemplate) : of(manyTemplate, number);
    }

    private static Object frozen(@Nullable Object argument) {
        if (argument instanceof Message || argument instanceof Localized) {
            return argument;
        }
        return argument instanceof Collection<?> parts
                ? parts.stream().map(Message::frozen).toList()
                : String.valueOf(argument);
    }

    private static int places(String template) {
        int places = 0;
        for (int at = template.indexOf("%s"); at >= 0; at = template.indexOf("%s", at + 2)) {
            places++;
        }
        return places;
    }

    /** Returns this message followed by advice; without advice, this message. */
    public Message with(@Nullable Message advice) {
        return advice == null ? this : of("%s; %s", this, advice);
    }

    /** Returns the English template, which is the key of its translations. */
    public String template() {
        return template;
    }

    /**
     * Returns the message in a language; null if one of its templates has no translation.
     *
     * @param translations returns the template in that language; null if there is none
     */
    public @Nullable String inLanguage(Language language, Function<String, @Nullable String> translations) {
        String translated = translations.apply(template);
        if (translated == null || arguments.isEmpty()) {
            return translated;
        }
        Matcher place = PLACE.matcher(translated);
        boolean sentence = language == Language.ZH && Han.isIn(translated);
        StringBuilder said = new StringBuilder();
        int from = 0;
        int next = 0;
        while (place.find()) {
            int number = place.group(1) == null ? next++ : Integer.parseInt(place.group(1)) - 1;
            String argument = said(arguments.get(number), language, translations);
            if (argument == null) {
                return null;
            }
            append(said, translated.substring(from, place.start()), sentence);
            append(said, argument, sentence);
            from = place.end();
        }
        append(said, translated.substring(from), sentence);
        return said.toString();
    }

    private static void append(StringBuilder said, String text, boolean sentence) {
        if (sentence) {
            Han.append(said, text);
        } else {
            said.append(text);
        }
    }

    private static @Nullable String said(
            Object argument, Language language, Function<String, @Nullable String> translations) {
        if (argument instanceof Message message) {
            return message.inLanguage(language, translations);
        }
        if (argument instanceof Localized value) {
            return value.write(language);
        }
        if (!(argument instanceof List<?> parts)) {
            return (String) argument;
        }
        List<String> said = new ArrayList<>(parts.size());
        for (Object part : parts) {
            String one = said(part, language, translations);
            if (one == null) {
                return null;
            }
            said.add(one);
        }
        return String.join(language == Language.ZH ? "、" : ", ", said);
    }

    /** Returns this message with each name, number or quotation among its arguments replaced. */
    @Internal
    public Message withNames(UnaryOperator<String> name) {
        return new Message(
                template,
                arguments.stream().map(argument -> named(argument, name)).toList());
    }

    private static Object named(Object argument, UnaryOperator<String> name) {
        if (argument instanceof Message message) {
            return message.withNames(name);
        }
        if (argument instanceof List<?> parts) {
            return parts.stream().map(part -> named(part, name)).toList();
        }
        return argument instanceof String text ? name.apply(text) : argument;
    }

    /** Returns this message with its quotations shortened and made safe to display, as they may come from untrusted files. */
    public Message plain() {
        List<Object> plain = new ArrayList<>(arguments.size());
        int from = 0;
        boolean quoted = false;
        for (Object argument : arguments) {
            int place = template.indexOf("%s", from);
            quoted ^= template.substring(from, place)
                                    .chars()
                                    .filter(c -> c == '`')
                                    .count()
                            % 2
                    == 1;
            plain.add(plain(argument, quoted));
            from = place + 2;
        }
        return plain.equals(arguments) ? this : new Message(template, Collections.unmodifiableList(plain));
    }

    private static Object plain(Object argument, boolean quoted) {
        if (argument instanceof Message message) {
            return message.plain();
        }
        if (argument instanceof List<?> parts) {
            return parts.stream().map(part -> plain(part, quoted)).toList();
        }
        if (argument instanceof String text) {
            return quoted ? PlainText.name(text) : PlainText.message(text);
        }
        return argument;
    }

    /** Compares English texts. */
    @Override
    public int compareTo(Message other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message message && toString().equals(message.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the message in English. */
    @Override
    public String toString() {
        String known = english;
        if (known == null) {
            known = String.valueOf(inLanguage(Language.EN, template -> template));
            english = known;
        }
        return known;
    }
}
