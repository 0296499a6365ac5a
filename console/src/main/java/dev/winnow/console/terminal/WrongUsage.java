package dev.winnow.console.terminal;

import dev.winnow.model.source.Message;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that picocli accepts but winnow does not. */
public final class WrongUsage extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final transient Message what;

    public WrongUsage(CommandLine command, Message what) {
        super(command, what.toString());
        this.what = what;
    }

    public Message what() {
        return what;
    }
}
