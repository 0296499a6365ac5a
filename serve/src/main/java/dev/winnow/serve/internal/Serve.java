package dev.winnow.serve.internal;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.CommandEntry.Topic;
import dev.winnow.console.Feature;
import java.util.List;

/** The feature {@code serve}: the workbench in the browser. */
public final class Serve implements Feature {

    @Override
    public String id() {
        return "serve";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("serve", Topic.SCREENING, (terminal, packs) -> ServeCommand.of(terminal, packs)));
    }
}
