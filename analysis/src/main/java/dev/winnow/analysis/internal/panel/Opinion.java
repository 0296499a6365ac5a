package dev.winnow.analysis.internal.panel;

import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Recusal;
import dev.winnow.model.result.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * The view of one assessor on a project in a city.
 *
 * @param assessor the assessor
 * @param recusal the reason why the assessor does not judge the project or the city; null if there is none
 * @param assessment the assessment by the assessor's own judgements, with the values of the panel where the assessor
 *     gives none; its rank is among the candidates by the same values; null if the assessor judged nothing of the pair or is recused from
 *     its project or city
 */
public record Opinion(
        Assessor assessor,
        @Nullable Recusal recusal,
        @Nullable Assessment assessment) {}
