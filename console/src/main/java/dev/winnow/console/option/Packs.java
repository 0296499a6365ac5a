package dev.winnow.console.option;

import dev.winnow.engine.RulePack;
import java.nio.file.Path;

/** Loads rule packs. */
public interface Packs {

    /**
     * Reads a pack to screen with it. Its cases are read when they are asked for.
     *
     * @throws dev.winnow.language.PackException if it has a problem other than of its cases
     */
    RulePack load(Path folder);

    /**
     * Reads a pack that is being written, whose rules may lack cases.
     *
     * @throws dev.winnow.language.PackException if it has any other problem
     */
    default RulePack draft(Path folder) {
        return RulePack.draft(folder);
    }
}
