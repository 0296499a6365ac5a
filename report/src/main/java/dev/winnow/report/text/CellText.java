package dev.winnow.report.text;

import dev.winnow.analysis.backtest.RuleDiscrimination;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Figure;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.CleanText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Formats the value of a cell as text: for programs as in the JSON contract, for people in their language. */
public final class CellText {

    /** What the words of a constant begin with. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            Verdict.class, "verdict.",
            Because.class, "because.",
            Effect.class, "effect.",
            Side.class, "side.",
            ChainAction.class, "action.",
            LinkState.Status.class, "status.",
            RuleDiscrimination.Kind.class, "telling.");

    private static final String BETWEEN = "|";

    private CellText() {}

    /** For programs: constants by name, lists with {@code |} between. */
    public static String plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::plain).collect(Collectors.joining(BETWEEN));
        }
        if (value instanceof ChoiceWord term) {
            return term.name();
        }
        if (value instanceof BigDecimal number) {
            return Numbers.contract(number);
        }
        if (value instanceof Side side) {
            return side.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof Enum<?> constant ? constant.name() : CleanText.of(value.toString());
    }

    /** For people. */
    public static String spoken(Object value, Wording wording) {
        if (value instanceof List<?> list) {
            return wording.list(list.stream().map(one -> spoken(one, wording)).toList());
        }
        if (value instanceof ChoiceWord term) {
            return wording.say(term.key());
        }
        if (value instanceof Boolean truth) {
            return truth ? wording.say("sheet.yes") : "";
        }
        if (value instanceof Enum<?> constant) {
            return wording.say(Objects.requireNonNull(WORDS.get(constant.getDeclaringClass())) + constant.name());
        }
        return CleanText.of(value instanceof Figure figure ? figure.write(wording.language()) : value.toString());
    }
}
