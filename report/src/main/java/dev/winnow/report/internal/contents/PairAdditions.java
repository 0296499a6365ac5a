package dev.winnow.report.internal.contents;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Section;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The additions of a further source of statements, such as the judgements of a panel, to documents and tables about a
 * screening. Every method adds nothing by default.
 */
public interface PairAdditions {

    /** No additions. */
    PairAdditions NONE = new PairAdditions() {};

    /** Returns sections of the memo on a pair, which precede the section on its robustness. */
    default List<Section> memo(Assessment pair, Wording wording) {
        return List.of();
    }

    /**
     * Returns sections of the decision paper on a pair. The paper shortens their lists.
     *
     * @param advice the advice of a verdict within a sentence: {@code decline it}
     */
    default List<Section> paper(Assessment pair, Function<Verdict, String> advice, Wording wording) {
        return List.of();
    }

    /** Returns sections that follow a screening; {@code all} lists its unremarkable pairs, too. */
    default List<Section> screening(Screening screening, boolean all, Wording wording) {
        return List.of();
    }

    /** Returns the facts of a pair that this source documents, such as {@code project.teamStrength}. */
    default Set<String> facts(Assessment pair) {
        return Set.of();
    }

    /** Returns the title of a cited source; null for another kind of source. */
    default @Nullable String sourceTitle(String source, Wording wording) {
        return null;
    }

    /** Adds columns at the end of the table of a screening. */
    default void columns(TableBuilder<Explanation> table) {}

    /** Returns sheets of the workbook of a screening. */
    default List<TableBuilder<?>> sheets(Screening screening, Wording wording) {
        return List.of();
    }
}
