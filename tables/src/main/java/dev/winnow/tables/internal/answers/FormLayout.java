package dev.winnow.tables.internal.answers;

import dev.winnow.tables.internal.cells.TextFolding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a form that people fill in.
 *
 * @param columns its columns, in order
 * @param filled the columns that people fill in
 * @param about the keys of the metadata, such as the pack and universe of the questions
 */
public record FormLayout(List<AnswerColumn> columns, List<AnswerColumn> filled, List<String> about) {

    /** Questions to the people who know missing facts. */
    public static final FormLayout QUESTIONS = new FormLayout(
            List.of(
                    AnswerColumn.NUMBER,
                    AnswerColumn.WHO,
                    AnswerColumn.ABOUT,
                    AnswerColumn.QUESTION,
                    AnswerColumn.ANSWER,
                    AnswerColumn.UNIT,
                    AnswerColumn.SOURCE,
                    AnswerColumn.AS_OF,
                    AnswerColumn.BY,
                    AnswerColumn.STAKE,
                    AnswerColumn.CANDIDATES,
                    AnswerColumn.DAYS,
                    AnswerColumn.FACT,
                    AnswerColumn.OF),
            List.of(AnswerColumn.ANSWER, AnswerColumn.UNIT, AnswerColumn.SOURCE, AnswerColumn.AS_OF, AnswerColumn.BY),
            List.of("pack.name", "pack.version", "pack.digest", "universe.name", "universe.digest"));

    /** Facts that an assessor of a panel judges. */
    public static final FormLayout JUDGEMENTS = new FormLayout(
            List.of(
                    AnswerColumn.NUMBER,
                    AnswerColumn.ABOUT,
                    AnswerColumn.QUESTION,
                    AnswerColumn.SCALE,
                    AnswerColumn.ANSWER,
                    AnswerColumn.UNIT,
                    AnswerColumn.REASON,
                    AnswerColumn.FACT,
                    AnswerColumn.OF),
            List.of(AnswerColumn.ANSWER, AnswerColumn.UNIT, AnswerColumn.REASON),
            List.of("panel.id", "panel.round", "panel.assessor", "panel.digest", "panel.facts", "asOf"));

    public FormLayout {
        columns = List.copyOf(columns);
        filled = List.copyOf(filled);
        about = List.copyOf(about);
    }

    /** Returns the column of a heading in either language; null if there is none. */
    @Nullable
    AnswerColumn column(String heading) {
        AnswerColumn column = AnswerColumn.of(heading);
        return column != null && columns.contains(column) ? column : null;
    }

    /** Returns the metadata key that a label names, in either language; null if it names none. */
    @Nullable
    String key(String label) {
        String plain = TextFolding.strip(label);
        String key = AnswerColumn.of(plain) == AnswerColumn.AS_OF ? AnswerColumn.AS_OF.key() : plain;
        return about.contains(key) ? key : null;
    }
}
