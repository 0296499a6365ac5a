package dev.winnow.report.internal.document;

import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in a table. */
public sealed interface Cell {

    /** As people read it. */
    String shown();

    /** As programs read it: numbers and days whole, terms by their names. */
    default String plain() {
        return shown();
    }

    /** A text. */
    record Text(String shown) implements Cell {

        /** Nothing. */
        public static final Text EMPTY = new Text("");
    }

    /**
     * A number.
     *
     * @param said as people read it; null where a form has a format for its column
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

    /** A day. */
    record Day(LocalDate value, @Nullable String said) implements Cell {

        @Override
        public String shown() {
            return said == null ? plain() : said;
        }

        @Override
        public String plain() {
            return value.toString();
        }
    }

    /**
     * One of a closed list.
     *
     * @param name as contracts have it: {@code RECOMMEND}
     */
    record Term(String name, String shown, Tone tone) implements Cell {

        @Override
        public String plain() {
            return name;
        }
    }

    /** Several things in one cell. */
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
     * A span of scores, drawn as a bar from 0 to 100 where that can be.
     *
     * @param base the score of the base case, marked on it; null if there is none
     */
    record Bar(ScoreInterval span, @Nullable ScoreInterval base, Tone tone, String shown) implements Cell {

        public Bar(ScoreInterval span, String shown) {
            this(span, null, Tone.NONE, shown);
        }
    }

    /** A reference to another place of the document. */
    record Link(String shown, String target) implements Cell {}
}
