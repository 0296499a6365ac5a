package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gist of an assessment in a line: what made its verdict, or what is to be found out.
 *
 * @param text what may be cut
 * @param end what stays, whatever must be cut
 */
record Why(String text, String end) {

    /** What made the verdict or, where the score did, what speaks for the project most. */
    static Why of(Assessment assessment) {
        Because because = assessment.because();
        String said = sentence(because);
        return switch (because) {
            case KNOCK_OUT -> new Why(said + held(assessment, Effect.KNOCK_OUT), "");
            case RED_FLAG -> new Why(said + held(assessment, Effect.RED_FLAG), "");
            case KNOCK_OUT_OPEN -> new Why(said + open(assessment), "");
            case CLEAR, TOO_LOW -> forIt(said + ". ", assessment);
            case FACTS_MISSING, BETWEEN -> forIt("", assessment);
        };
    }

    /** What is to be found out first; null if there is no more to say of it. */
    static @Nullable Why question(Assessment assessment) {
        Because because = assessment.because();
        boolean saidAbove = because == Because.RED_FLAG || because == Because.KNOCK_OUT_OPEN;
        if (assessment.questions().isEmpty()) {
            return saidAbove ? null : new Why(sentence(because), "");
        }
        Question question = assessment.questions().get(0);
        String stake =
                question.knockOut() ? " (decides a knock-out)" : " (" + Numbers.points(question.points(), 0) + ")";
        String said = because == Because.BETWEEN ? sentence(because) + ". " : "";
        String find = because == Because.FACTS_MISSING ? "Facts missing: " : said + "Find out: ";
        return new Why(find + FactNames.words(question.fact()), stake);
    }

    /** Which district is advised, and why; null if none is. Of several rules that advise one, the first by id decides. */
    static @Nullable Why district(Assessment assessment) {
        List<Finding> advice = advice(assessment);
        if (assessment.district() == null || advice.isEmpty()) {
            return null;
        }
        String others = advice.size() == 1 ? "" : " (first of " + advice.size() + " rules)";
        return new Why(
                "District " + assessment.district() + ": " + advice.get(0).reason(), others);
    }

    /** The findings that advise a district, by rule. */
    static List<Finding> advice(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == Effect.SUGGEST)
                .sorted(Comparator.comparing(Finding::rule))
                .toList();
    }

    /** It in so many columns. */
    String fit(String start, int width) {
        return Columns.cut(start + text, width - Columns.width(end)) + end;
    }

    /** The award that adds most. */
    static Optional<Finding> strongest(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == Effect.AWARD
                        && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    private static Why forIt(String start, Assessment assessment) {
        return strongest(assessment)
                .map(best -> new Why(start + best.reason(), " (+" + Numbers.near(best.contribution(), 1) + ")"))
                .orElseGet(() -> new Why(start + "Nothing that is certain speaks for it", ""));
    }

    private static String held(Assessment assessment, Effect effect) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> ". " + finding.reason())
                .findFirst()
                .orElse("");
    }

    private static String open(Assessment assessment) {
        return assessment.undetermined().stream()
                .filter(open -> open.effect() == Effect.KNOCK_OUT)
                .map(open -> ": " + Columns.unstopped(open.title()))
                .findFirst()
                .orElse("");
    }

    /** {@code Facts are missing}. */
    private static String sentence(Because because) {
        String words = because.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
