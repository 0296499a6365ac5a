package dev.winnow.report.internal.sentences;

import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.Figure;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.WordPrefix;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns values into cells: texts, numbers, days, booleans, constants of the model, and lists of them. */
public final class Cells {

    /** Prefix of the key of the texts of the model's enums; others declare theirs by {@link WordPrefix}. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            Verdict.class, "verdict.",
            VerdictReason.class, "because.",
            Effect.class, "effect.",
            Side.class, "side.",
            ChainAction.class, "action.",
            LinkState.Status.class, "status.");

    private static final Map<Enum<?>, Tone> TONES = Map.of(
            Verdict.RECOMMEND, Tone.GOOD,
            Verdict.HOLD, Tone.CAUTION,
            Verdict.DECLINE, Tone.BAD,
            Effect.KNOCK_OUT, Tone.BAD,
            Effect.RED_FLAG, Tone.CAUTION);

    private Cells() {}

    /** Returns the rank of an assessment, marked if it is shared. */
    public static Cell rank(Assessment one, Wording wording) {
        return one.tied() ? new Cell.Text(wording.sentence("%s tied", one.rank())) : of(one.rank(), wording);
    }

    /** Returns the cell of a value; an empty one for null. */
    public static Cell of(@Nullable Object value, Wording wording) {
        if (value == null) {
            return Cell.Text.EMPTY;
        }
        if (value instanceof Cell cell) {
            return cell;
        }
        if (value instanceof BigDecimal number) {
            return new Cell.Quantity(number, null);
        }
        if (value instanceof Integer number) {
            return new Cell.Quantity(BigDecimal.valueOf(number), null);
        }
        if (value instanceof LocalDate day) {
            return new Cell.Day(day, wording.day(day));
        }
        if (value instanceof List<?> list) {
            List<Cell> parts = list.stream().map(one -> of(one, wording)).toList();
            return new Cell.Several(
                    parts, wording.list(parts.stream().map(Cell::shown).toList()));
        }
        if (value instanceof ChoiceWord term) {
            return new Cell.Term(term.name(), wording.say(term.key()), Tone.NONE);
        }
        if (value instanceof Boolean truth) {
            return new Cell.Term(truth.toString(), truth ? wording.say("sheet.yes") : "", Tone.NONE);
        }
        if (value instanceof Enum<?> constant) {
            String name = constant instanceof Side ? constant.name().toLowerCase(Locale.ROOT) : constant.name();
            return new Cell.Term(name, wording.say(prefix(constant) + constant.name()), tone(constant));
        }
        return new Cell.Text(value instanceof Figure figure ? figure.write(wording.language()) : value.toString());
    }

    private static String prefix(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String prefix = WORDS.get(type);
        return prefix == null ? type.getAnnotation(WordPrefix.class).value() : prefix;
    }

    /** Returns the tone of a constant. */
    public static Tone tone(Enum<?> constant) {
        return TONES.getOrDefault(constant, Tone.NONE);
    }

    /** Returns the display form of a value. */
    public static String spoken(Object value, Wording wording) {
        return of(value, wording).shown();
    }

    /** Returns the lower end of a figure; null if there is none. */
    public static @Nullable BigDecimal low(@Nullable Figure figure) {
        return figure == null ? null : figure.low().decimal();
    }

    /** Returns the upper end of a figure; null if there is none. */
    public static @Nullable BigDecimal high(@Nullable Figure figure) {
        return figure == null || figure.high().isUnbounded()
                ? null
                : figure.high().decimal();
    }
}
