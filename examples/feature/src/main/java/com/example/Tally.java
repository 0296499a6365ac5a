package com.example;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.report.json.OutputSchema;
import java.util.List;

/** Adds the command {@code winnow tally}. */
public final class Tally implements Feature {

    @Override
    public String id() {
        return "tally";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(new CommandEntry("tally", CommandEntry.Topic.CHOICES, TallyCommand::new));
    }

    @Override
    public List<OutputSchema> outputs() {
        return List.of(OutputSchema.document("tally", TallyCommand.Verdicts.class));
    }
}
