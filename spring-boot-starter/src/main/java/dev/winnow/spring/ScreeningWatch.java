package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Screening;
import java.time.Duration;

/** Is told what is screened and reloaded, and measures it. */
interface ScreeningWatch {

    /** Measures nothing. */
    ScreeningWatch NONE = new ScreeningWatch() {
        @Override
        public void screened(RulePack pack, Screening screening, Duration took) {}

        @Override
        public void refused(RulePack pack, Duration took) {}

        @Override
        public void reloaded(RulePack pack, boolean sound) {}
    };

    /** Something was screened. */
    void screened(RulePack pack, Screening screening, Duration took);

    /** A request could not be screened as it was. */
    void refused(RulePack pack, Duration took);

    /**
     * The files of the pack were edited.
     *
     * @param pack the pack that counts now
     * @param sound whether it is that of the edit
     */
    void reloaded(RulePack pack, boolean sound);
}
