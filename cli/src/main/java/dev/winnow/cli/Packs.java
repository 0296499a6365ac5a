package dev.winnow.cli;

import dev.winnow.engine.RulePack;
import java.nio.file.Path;

/** Where rule packs come from. */
interface Packs {

    /**
     * Reads a pack.
     *
     * @throws dev.winnow.engine.PackException if anything is wrong with it
     */
    RulePack load(Path folder);
}
