package dev.winnow.console.option;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.json.ContractAdditions;
import org.jspecify.annotations.Nullable;

/** The statements of an {@link Input} over a universe, with additions to documents about a screening. */
public interface FurtherStatements {

    /** Returns the universe without its statements. */
    Universe stated();

    /** Returns the universe with its statements. */
    Universe universe();

    /** Returns the same statements over another universe. */
    FurtherStatements over(Universe stated);

    /** Returns the note that its statements move the day of the universe; null if they do not. */
    @Nullable
    Problem moved();

    /**
     * Returns its additions to documents about a screening.
     *
     * @param request the screening of {@link #universe()}
     * @param names the names of the screened universe
     */
    ContractAdditions additions(ScreeningRequest request, Names names);

    /** Returns its additions to the minutes of a meeting. */
    MinutesAdditions minutes(Wording wording);
}
