package dev.winnow.console.option;

import dev.winnow.console.terminal.Notices;
import dev.winnow.engine.RulePack;
import dev.winnow.model.universe.Universe;
import org.jspecify.annotations.Nullable;

/**
 * A source of statements beside the files of the universe, annotated for picocli with the option that names it. All
 * commands that read a universe have its option. A provider is named in {@code
 * META-INF/services/dev.winnow.console.option.Input} of its jar; it has a public constructor without parameters, which
 * does no work.
 */
public interface Input {

    /** Returns the name of its option, such as {@code --panel}. */
    String option();

    /** Whether the command line names it. */
    boolean isGiven();

    /**
     * Reads it over a universe, and reports its problems and notes.
     *
     * @return null if it cannot be used
     */
    @Nullable
    FurtherStatements read(RulePack pack, Universe universe, Notices notices);
}
