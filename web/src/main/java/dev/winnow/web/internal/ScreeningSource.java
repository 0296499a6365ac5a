package dev.winnow.web.internal;

import dev.winnow.engine.RulePack;

/** Supplies the current screening to operations. */
public interface ScreeningSource {

    /** Returns the pack, with texts in the language of the answers. */
    RulePack pack();

    /** Returns the screening of the known universe. */
    CurrentScreening screening() throws RefusedRequest;
}
