package dev.winnow.report.json;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import dev.winnow.report.internal.contents.PairAdditions;
import org.jspecify.annotations.Nullable;

/** The additions of a further source of statements, with those to the JSON contract. */
@Internal
public interface ContractAdditions extends PairAdditions {

    /** No additions. */
    ContractAdditions NONE = new ContractAdditions() {};

    /** Returns the judgements about a pair; null if the source has none. */
    default ScreeningDocument.@Nullable Panel panel(Assessment pair) {
        return null;
    }
}
