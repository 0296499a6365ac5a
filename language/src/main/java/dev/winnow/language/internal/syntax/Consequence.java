package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.model.result.Effect;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The consequence of a rule: its call of the scorecard.
 *
 * @param verb the called method
 * @param leading the arguments before the text, in the order of {@link Verb#roles}
 * @param reason the text and its arguments
 * @param isRead false if it could not be parsed, which is reported; the rule is kept so that its other mistakes are
 *     reported too
 */
public record Consequence(Verb verb, List<Expression> leading, Reason reason, boolean isRead) {

    private static final Pattern ROLE = Pattern.compile("\\{(\\w+)}");

    /**
     * The sentence that a rule gives as its reason.
     *
     * @param text the text, with {@code %s} for each argument
     * @param arguments the values for the text
     */
    public record Reason(String text, List<Variable> arguments) {}

    public Consequence {
        leading = List.copyOf(leading);
    }

    public Consequence(Verb verb, List<Expression> leading, Reason reason) {
        this(verb, leading, reason, true);
    }

    /** Returns a placeholder for a consequence that could not be parsed. */
    static Consequence unread(Token then) {
        return new Consequence(Verb.NOTE, List.of(), new Reason(then.text(), List.of()), false);
    }

    /** Returns a copy with another reason. */
    public Consequence with(Reason other) {
        return new Consequence(verb, leading, other, isRead);
    }

    /** Returns the verb as written in rule files: {@code award}. */
    public String word() {
        return verb.word;
    }

    public Effect effect() {
        return verb.effect();
    }

    public Counting counting() {
        return verb.counting();
    }

    /** Returns the figures from which the share or ceiling is computed. */
    public List<Expression> amounts() {
        return switch (counting()) {
            case IN_PART -> leading;
            case AS_CEILING -> leading.subList(1, 2);
            case IN_FULL, AS_SUCH -> List.of();
        };
    }

    /** Returns the criterion that it limits; null if it limits none. */
    public @Nullable String capped() {
        return verb == Verb.CAP ? ((Text) leading.get(0)).value() : null;
    }

    /** Returns the district that it suggests; null if it suggests none. */
    public @Nullable Expression district() {
        return verb == Verb.SUGGEST ? leading.get(0) : null;
    }

    /**
     * Fills in a description of the verb.
     *
     * @param template {@link Verb#english} or {@link Verb#chinese}
     * @param points the full points of the rule
     * @param value writes a value in words
     */
    public String fill(String template, String points, Function<Expression, String> value) {
        return ROLE.matcher(template).replaceAll(place -> {
            int role = verb.roles().indexOf(place.group(1));
            String words = role < 0
                    ? points
                    : leading.get(role) instanceof Text text ? text.value() : value.apply(leading.get(role));
            return Matcher.quoteReplacement(words);
        });
    }
}
