package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Message;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the work of one run and stops it when the {@link Budget} is exceeded. Not thread-safe. */
public final class BudgetMeter {

    private static final Message TIE = Message.of(
            "relate its patterns to each other, such as by `%s`, or use fewer patterns", "endMarket == $market");

    private final Budget budget;
    private long looks;
    private long pairs;
    private @Nullable BudgetExceeded overrun;

    public BudgetMeter(Budget budget) {
        this.budget = budget;
    }

    /** Counts one pattern tried on one combination of rows. */
    public void look(String rule) {
        look(rule, 1);
    }

    /** Counts one pattern tried on several combinations of rows. */
    public void look(String rule, int combinations) {
        looks += combinations;
        if (looks > budget.looks()) {
            stop(rule, "rule `%s` tries more than %s combinations of rows %s", number(budget.looks()), TIE);
        }
    }

    /** Counts a partial match. */
    public void pair(String rule) {
        if (++pairs > budget.pairs()) {
            stop(rule, "rule `%s` keeps more than %s partial matches %s", number(budget.pairs()), TIE);
        }
    }

    /** Resets the counters for the next run. */
    public void restart() {
        looks = 0;
        pairs = 0;
    }

    /** Checks the number of matches of a rule. */
    public void match(String rule, long matches) {
        if (matches > budget.matches()) {
            stop(rule, "rule `%s` has more than %s matches %s", number(budget.matches()), TIE);
        }
    }

    /** Checks the total length of a rule's reasons. */
    public void reasons(String rule, long characters) {
        if (characters > budget.characters()) {
            stop(
                    rule,
                    "the reasons of rule `%s` exceed %s characters %s",
                    number(budget.characters()),
                    Message.of("use fewer values in its text, or fewer patterns"));
        }
    }

    private void stop(String rule, String template, String most, Message advice) {
        BudgetExceeded stop = new BudgetExceeded(rule, template, most, advice);
        overrun = stop;
        throw stop;
    }

    /** Why the run was stopped; null if it was not. Stored here because Drools may wrap the exception in its own. */
    public @Nullable BudgetExceeded overrun() {
        return overrun;
    }

    /** Formats a count for messages. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The approximate length of a reason, in characters. */
    public static long length(PackRule rule, List<? extends @Nullable Object> arguments) {
        long length = rule.text().length();
        for (Object argument : arguments) {
            if (argument instanceof Collection<?> list) {
                for (Object item : list) {
                    length += String.valueOf(item).length() + 2;
                }
            } else {
                length += argument instanceof String text ? text.length() : 16;
            }
        }
        return length;
    }
}
