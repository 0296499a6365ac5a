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
import org.jspecify.annotations.Nullable;

/**
 * The panel of assessors of a run of {@code winnow serve}. It is read again only for another pack and after judgements
 * arrived. Thread-safe.
 */
public final class PanelInput {

    private final Path file;
    private final Function<RulePack, PanelUniverse> reading;
    private @Nullable PanelUniverse read;
    private @Nullable String readBy;

    /**
     * Creates the input.
     *
     * @param file the file of the panel
     * @param reading reads it and its judgements, as a pack reads them
     */
    public PanelInput(Path file, Function<RulePack, PanelUniverse> reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Returns the file of the panel. */
    public Path file() {
        return file;
    }

    /** Returns the panel as a pack reads it. */
    public synchronized PanelUniverse by(RulePack pack) {
        PanelUniverse known = read;
        if (known == null || !pack.digest().equals(readBy)) {
            known = reading.apply(pack);
            read = known;
            readBy = pack.digest();
        }
        return known;
    }

    /** Reads the panel again on its next use, since its judgements changed. */
    public synchronized void changed() {
        read = null;
    }

    /** Returns the panel over the candidates and answers of a state of the work. */
    public PanelUniverse over(Snapshot now) throws RefusedRequest {
        PanelUniverse panel = by(now.result().pack());
        ScreeningRequest stated = now.work().given().over(panel.stated());
        Universe universe = Session.request(now.work().over(stated)).universe();
        return new PanelUniverse(panel.panel(), panel.scope(), universe);
    }
}
