package dev.winnow.report.internal.document;

import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A cell of a table. */
public sealed interface Cell {

    /** Returns the text for readers. */
    String shown();

    /** Returns the text for programs: numbers and days in full, terms by name. */
    default String plain() {
        return shown();
    }

    /** A text. */
    record Text(String shown) implements Cell {

        /** The empty cell. */
        public static final Text EMPTY = new Text("");
    }

    /**
     * A number.
     *
     * @param value the number
     * @param said the text for readers; null to use the format of the column
     */
    record Quantity(BigDecimal value, @Nullable String said) implements Cell {

        @Override
        public String shown() {
            return said == null ? plain() : said;
        }

        @Override
        public String plain() {
            return Numbers.contract(value);
        }
    }

    /** A day, and its form for readers. */
    record Day(LocalDate value, String shown) implements Cell {

        @Override
        public String plain() {
            return value.toString();
        }
    }

    /**
     * A term of a closed list.
     *
     * @param name its name in contracts: {@code RECOMMEND}
     * @param shown its text for readers
     * @param tone its tone
     */
    record Term(String name, String shown, Tone tone) implements Cell {

        @Override
        public String plain() {
            return name;
        }
    }

    /** Several values in one cell. */
    record Several(List<Cell> parts, String shown) implements Cell {

        public Several {
            parts = List.copyOf(parts);
        }

        @Override
        public String plain() {
            return parts.stream().map(Cell::plain).collect(Collectors.joining("|"));
        }
    }

    /**
     * An interval of scores, drawn as a bar from 0 to 100 where the form allows.
     *
     * @param span the interval
     * @param base the score of the base case, marked on the bar; null if there is none
     * @param tone the tone of the bar
     * @param shown the text beside it
     */
    record Bar(ScoreInterval span, @Nullable ScoreInterval base, Tone tone, String shown) implements Cell {

        public Bar(ScoreInterval span, String shown) {
            this(span, null, Tone.NONE, shown);
        }
    }

    /** A link to another place of the document. */
    record Link(String shown, String target) implements Cell {}
}
