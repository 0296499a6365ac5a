package dev.winnow.console;

import dev.winnow.console.option.FurtherStatements;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The further statements of a run of {@code winnow serve}. They are read again only for another pack and after they
 * changed. Thread-safe.
 */
public final class FurtherInput {

    private final Function<RulePack, FurtherStatements> reading;
    private @Nullable FurtherStatements read;
    private @Nullable String readBy;

    /** @param reading reads the statements over the universe, for a pack */
    public FurtherInput(Function<RulePack, FurtherStatements> reading) {
        this.reading = reading;
    }

    /** Returns the statements as a pack reads them. */
    public synchronized FurtherStatements by(RulePack pack) {
        FurtherStatements known = read;
        if (known == null || !pack.digest().equals(readBy)) {
            known = reading.apply(pack);
            read = known;
            readBy = pack.digest();
        }
        return known;
    }

    /** Reads the statements again on their next use, since their files changed. */
    public synchronized void changed() {
        read = null;
    }

    /** Returns the statements over the candidates and answers of a state of the work. */
    public FurtherStatements over(Snapshot now) throws RefusedRequest {
        FurtherStatements known = by(now.result().pack());
        ScreeningRequest stated = now.work().given().over(known.stated());
        return known.over(Session.request(now.work().over(stated)).universe());
    }
}
