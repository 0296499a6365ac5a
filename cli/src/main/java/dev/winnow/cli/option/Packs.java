package dev.winnow.cli.option;

import dev.winnow.engine.RulePack;
import java.nio.file.Path;

/** Loads rule packs. */
public interface Packs {

    /**
     * Reads a pack.
     *
     * @throws dev.winnow.language.PackException if anything is wrong with it
     */
    RulePack load(Path folder);

    /**
     * Reads a pack whose rules may lack cases, as while it is being written.
     *
     * @throws dev.winnow.language.PackException if anything else is wrong with it
     */
    default RulePack draft(Path folder) {
        return RulePack.draft(folder);
    }
}
