package dev.winnow.report;

import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Names;
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
    static Why of(Assessment assessment, Wording wording) {
        Because because = assessment.because();
        String said = sentence(because, wording);
        return switch (because) {
            case KNOCK_OUT -> new Why(held(said, assessment, Effect.KNOCK_OUT, wording), "");
            case RED_FLAG -> new Why(held(said, assessment, Effect.RED_FLAG, wording), "");
            case KNOCK_OUT_OPEN -> new Why(open(said, assessment, wording), "");
            case CLEAR, TOO_LOW -> forIt(wording.tell("%s. ", said), assessment, wording);
            case FACTS_MISSING, BETWEEN -> forIt("", assessment, wording);
        };
    }

    /** What is to be found out first; null if there is no more to say of it. */
    static @Nullable Why question(Assessment assessment, Wording wording, FactWords facts) {
        Because because = assessment.because();
        boolean saidAbove = because == Because.RED_FLAG || because == Because.KNOCK_OUT_OPEN;
        if (assessment.questions().isEmpty()) {
            return saidAbove ? null : new Why(sentence(because, wording), "");
        }
        Question question = assessment.questions().get(0);
        String stake = question.knockOut()
                ? wording.tell("decides a knock-out")
                : Numbers.points(question.points(), 0, wording);
        String fact = facts.words(question.fact());
        String said = because == Because.BETWEEN ? wording.tell("%s. ", sentence(because, wording)) : "";
        String find = because == Because.FACTS_MISSING
                ? wording.tell("Facts missing: %s", fact)
                : said + wording.tell("Find out: %s", fact);
        return new Why(find, wording.tell(" (%s)", stake));
    }

    /** Which district is advised, and why; null if none is. Of several rules that advise one, the first by id decides. */
    static @Nullable Why district(Assessment assessment, Wording wording) {
        List<Finding> advice = advice(assessment);
        if (assessment.district() == null || advice.isEmpty()) {
            return null;
        }
        String others = advice.size() == 1 ? "" : wording.tell(" (first of %s rules)", advice.size());
        String district = Names.in(wording.language(), assessment.district());
        return new Why(wording.tell("District %s: %s", district, advice.get(0).reason()), others);
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
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    private static Why forIt(String start, Assessment assessment, Wording wording) {
        return strongest(assessment)
                .map(best -> new Why(
                        start + best.reason(), wording.tell(" (%s)", "+" + Numbers.near(best.contribution(), 1))))
                .orElseGet(() -> new Why(start + wording.tell("Nothing that is certain speaks for it"), ""));
    }

    private static String held(String said, Assessment assessment, Effect effect, Wording wording) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> wording.tell("%s. ", said) + finding.reason())
                .findFirst()
                .orElse(said);
    }

    private static String open(String said, Assessment assessment, Wording wording) {
        return assessment.undetermined().stream()
                .filter(open -> open.effect().stops())
                .map(open -> wording.tell("%s: %s", said, Columns.unstopped(open.title())))
                .findFirst()
                .orElse(said);
    }

    /** {@code Facts are missing}. */
    private static String sentence(Because because, Wording wording) {
        String words = wording.say("because." + because);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
