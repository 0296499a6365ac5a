package dev.winnow.report.internal.sentences;

import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in one line: the reason of its verdict, or the next question.
 *
 * @param text the sentence
 * @param end the addition in brackets; may be empty
 */
public record VerdictLine(String text, String end) {

    /** Returns the reason of the finding that decided the verdict or, if the score did, of the largest award. */
    public static VerdictLine of(Explanation explanation, Wording wording) {
        VerdictReason because = explanation.assessment().because();
        String text = sentence(because, wording);
        return switch (because) {
            case KNOCK_OUT -> new VerdictLine(held(text, explanation, Effect.KNOCK_OUT, wording), "");
            case RED_FLAG -> new VerdictLine(held(text, explanation, Effect.RED_FLAG, wording), "");
            case KNOCK_OUT_OPEN -> new VerdictLine(open(text, explanation, wording), "");
            case ON_CONDITION -> conditional(explanation, wording);
            case CLEAR, TOO_LOW -> forIt(wording.sentence("%s. ", text), explanation, wording);
            case FACTS_MISSING, BETWEEN -> forIt("", explanation, wording);
        };
    }

    /**
     * Returns the first question, if its answer could change the verdict; otherwise the reason, or null if {@link #of}
     * states it already.
     */
    public static @Nullable VerdictLine question(Explanation explanation, Wording wording, FactWords facts) {
        VerdictReason because = explanation.assessment().because();
        boolean namedAbove = because != VerdictReason.FACTS_MISSING && because != VerdictReason.BETWEEN;
        if (explanation.assessment().isSettled() || explanation.questions().isEmpty()) {
            return namedAbove ? null : new VerdictLine(sentence(because, wording), "");
        }
        Question question = explanation.questions().get(0);
        String decides = QuestionStake.decides(question, wording);
        String stake = decides.isEmpty() ? Numbers.points(question.points(), wording) : decides;
        String fact = facts.words(question.fact());
        String text = because == VerdictReason.BETWEEN ? wording.sentence("%s. ", sentence(because, wording)) : "";
        String find = because == VerdictReason.FACTS_MISSING
                ? wording.sentence("Facts missing: %s", fact)
                : text + wording.sentence("Find out: %s", fact);
        return new VerdictLine(find, wording.sentence(" (%s)", stake));
    }

    /**
     * Returns the advised district and the reason; null if none is advised. Of several rules that advise one, the first
     * by id decides.
     */
    public static @Nullable VerdictLine district(Explanation explanation, Wording wording) {
        String suggested = explanation.assessment().district();
        List<Finding> advice = advice(explanation);
        if (suggested == null || advice.isEmpty()) {
            return null;
        }
        String others = advice.size() == 1 ? "" : wording.sentence(" (first of %s rules)", advice.size());
        String district = Names.inLanguage(wording.language(), suggested);
        return new VerdictLine(
                wording.sentence("District %s: %s", district, advice.get(0).reason()), others);
    }

    /** Returns the findings that advise a district, by rule. */
    public static List<Finding> advice(Explanation explanation) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect() == Effect.SUGGEST)
                .sorted(Comparator.comparing(Finding::rule))
                .toList();
    }

    /** Returns {@code Base case: RECOMMEND, 64–67}. */
    public static VerdictLine base(BaseCase base, Wording wording) {
        return new VerdictLine(
                wording.sentence(
                        "Base case: %s, %s", wording.say("verdict." + base.verdict()), Numbers.range(base.score())),
                "");
    }

    /** Returns the sentence with its addition. */
    public String whole() {
        return text + end;
    }

    private static VerdictLine forIt(String start, Explanation explanation, Wording wording) {
        return AssessmentSummary.strongest(explanation)
                .map(best -> new VerdictLine(
                        start + best.reason(), wording.sentence(" (%s)", "+" + Numbers.points(best.contribution()))))
                .orElseGet(() -> new VerdictLine(start + wording.sentence("Nothing certain speaks for it yet"), ""));
    }

    private static String held(String text, Explanation explanation, Effect effect, Wording wording) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> wording.sentence("%s. ", text) + finding.reason())
                .findFirst()
                .orElse(text);
    }

    private static VerdictLine conditional(Explanation explanation, Wording wording) {
        List<Condition> conditions = explanation.conditions();
        int more = conditions.size() - 1;
        return new VerdictLine(
                wording.say(
                        "line.condition",
                        Columns.withoutFullStop(conditions.get(0).title())),
                more == 0 ? "" : wording.say("line.condition.more", more));
    }

    private static String open(String text, Explanation explanation, Wording wording) {
        return explanation.undetermined().stream()
                .filter(open -> open.effect().stops())
                .map(open -> wording.sentence("%s: %s", text, Columns.withoutFullStop(open.title())))
                .findFirst()
                .orElse(text);
    }

    /** Returns {@code Facts are missing}. */
    private static String sentence(VerdictReason because, Wording wording) {
        String words = wording.say("because." + because);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
