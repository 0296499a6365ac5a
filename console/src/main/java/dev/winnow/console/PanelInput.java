package dev.winnow.console;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.universe.Universe;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A panel of assessors.
 *
 * @param file its file
 * @param reading reads it and its judgements again, as a pack reads them
 */
public record PanelInput(Path file, Function<RulePack, PanelUniverse> reading) {

    /** Returns a panel over the candidates and answers of a state of the work. */
    public static PanelUniverse over(Snapshot now, PanelUniverse panel) throws RefusedRequest {
        ScreeningRequest stated = now.work().given().over(panel.stated());
        Universe universe = Session.request(now.work().over(stated)).universe();
        return new PanelUniverse(panel.panel(), panel.scope(), universe);
    }
}
