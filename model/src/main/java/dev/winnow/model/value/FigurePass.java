package dev.winnow.model.value;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Checks quickly whether many texts are figures of a unit. It accepts exactly the texts that {@link FigureText} reads.
 * Results are cached by text, or by the ending after a number. Not thread-safe.
 */
public final class FigurePass {

    private static final int MOST = 4096;
    private static final int LONGEST = 64;

    /** Numbers with more digits before or after the point are not cached by their ending. */
    private static final int DIGITS = 9;

    /** The smallest and the largest number with few digits. */
    private static final String LEAST = "0";

    private static final String LARGEST = "999999999.999999999";

    private final Unit unit;
    private final Map<String, Boolean> texts = new HashMap<>();
    private final Map<String, Boolean> endings = new HashMap<>();

    /** The latest valid ending, as the cells of a column mostly share one; null before the first. */
    private @Nullable String passed;

    public FigurePass(Unit unit) {
        this.unit = unit;
    }

    public boolean passes(String text) {
        int end = number(text);
        if (end > 0 && isApart(text, end)) {
            if (passed != null && text.length() - end == passed.length() && text.startsWith(passed, end)) {
                return true;
            }
            String ending = text.substring(end);
            if (known(endings, ending, this::endsAny)) {
                passed = ending;
                return true;
            }
        }
        return known(texts, text, this::reads);
    }

    /** Whether the text after a number cannot belong to the number. */
    private static boolean isApart(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        return next == ' ' || next == '%' || Character.isIdeographic(next);
    }

    /** Returns the end of the number with few digits at the beginning of a text; 0 if there is none. */
    private static int number(String text) {
        int end = digits(text, 0);
        if (end == 0 || end > DIGITS) {
            return 0;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            int last = digits(text, end + 1);
            return last == end + 1 || last - end - 1 > DIGITS ? 0 : last;
        }
        return end;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether every number with few digits is a figure if this ending follows it. */
    private boolean endsAny(String ending) {
        return reads(LEAST + ending) && reads("1" + ending) && reads(LARGEST + ending);
    }

    private boolean reads(String text) {
        return FigureText.parse(text, unit, null).figure() != null;
    }

    private static boolean known(Map<String, Boolean> known, String text, Predicate<String> tells) {
        if (text.length() > LONGEST) {
            return tells.test(text);
        }
        Boolean answer = known.get(text);
        if (answer == null) {
            answer = tells.test(text);
            if (known.size() < MOST) {
                known.put(text, answer);
            }
        }
        return answer;
    }
}
