package dev.winnow.compare.difference;

import dev.winnow.console.Program;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;

/** The program in a process of its own. */
final class Started {

    private Started() {}

    public static void main(String[] arguments) {
        System.exit(Program.run(Terminal.system(), RulePack::forScreening, arguments));
    }
}
