package dev.winnow.past.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Items;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightsTextTest {

    private static final List<Statement> STATEMENTS = IntStream.rangeClosed(1, 166)
            .mapToObj(i -> (Statement) new Statement.Ranked("A", "B" + i, false, new Place("ranks.csv", i, 1, null)))
            .toList();

    /** No weights; the set to give up is all statements. */
    private static ImpliedWeights without(List<List<Statement>> contradictions, int atLeast) {
        return new ImpliedWeights(
                BigDecimal.ONE,
                List.of(),
                STATEMENTS,
                List.of(),
                false,
                false,
                null,
                null,
                null,
                contradictions,
                List.of(STATEMENTS),
                atLeast,
                false,
                List.of(),
                false);
    }

    private static WeightsSentences said(ImpliedWeights implied) {
        return new WeightsSentences(implied, Names.NONE, Wording.inLanguage(Language.EN));
    }

    @Test
    void aSearchThatEndsAtItsLimitSaysThatNoWeightsWereFound() {
        WeightsSentences undecided = said(without(List.of(), 0));
        assertThat(undecided.headline())
                .isEqualTo("No weights were found that agree with all of these: 166 preferences.");
        assertThat(undecided.remarks()).containsExactly("The search was not completed.");
        assertThat(undecided.change())
                .isEqualTo(
                        "Without the following 166, weights agree with the others; smaller sets were not all tried.");
        WeightsSentences proven = said(without(List.of(STATEMENTS.subList(0, 2)), 1));
        assertThat(proven.headline()).isEqualTo("No weights agree with all of these: 166 preferences.");
        assertThat(proven.remarks()).isEmpty();
    }

    @Test
    void aLongListOfStatementsToGiveUpIsShortened() {
        WeightsView view = new WeightsView(without(List.of(), 0), null, null, false, Names.NONE);
        assertThat(WeightsContents.of(view, Wording.inLanguage(Language.EN)).sections())
                .flatExtracting(one -> one.blocks())
                .filteredOn(Items.class::isInstance)
                .extracting(one -> ((Items) one).more())
                .contains("%s more in the JSON output");
    }
}
