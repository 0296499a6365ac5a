package dev.winnow.cli;

import dev.winnow.commands.CoreCommands;
import dev.winnow.console.Program;
import dev.winnow.console.option.BackgroundTask;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.vocabulary.Vocabulary;

/** {@code winnow}: screens candidate investment projects for cities. */
public final class Main {

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            BackgroundTask.of(Vocabulary::core); // nearly every command needs it; options are parsed meanwhile
        }
        int exit = Program.run(new CoreCommands().commands(), Terminal.system(), RulePack::forScreening, arguments);
        if (exit != Exit.DONE) {
            System.exit(exit);
        }
    }
}
