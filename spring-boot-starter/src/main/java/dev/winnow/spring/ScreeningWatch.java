package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Screening;
import java.time.Duration;

/** Observes screenings and reloads of the pack. */
interface ScreeningWatch {

    ScreeningWatch NONE = new ScreeningWatch() {
        @Override
        public void screened(RulePack pack, Screening screening, Duration took) {}

        @Override
        public void refused(RulePack pack, Duration took) {}

        @Override
        public void reloaded(RulePack pack, boolean sound) {}
    };

    /** A request was screened. */
    void screened(RulePack pack, Screening screening, Duration took);

    /** A request was refused. */
    void refused(RulePack pack, Duration took);

    /**
     * The files of the pack were edited.
     *
     * @param pack the current pack
     * @param sound whether it is that of the edit
     */
    void reloaded(RulePack pack, boolean sound);
}
