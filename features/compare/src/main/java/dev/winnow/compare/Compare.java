package dev.winnow.compare;

import static dev.winnow.console.CommandEntry.Topic.CHOICES;

import dev.winnow.compare.difference.CompareCommand;
import dev.winnow.compare.difference.CompareContract;
import dev.winnow.compare.gaps.GapsCommand;
import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.report.json.OutputSchema;
import java.util.List;

/** The feature {@code compare}: {@code compare} and {@code gaps}. */
public final class Compare implements Feature {

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("compare", CHOICES, (terminal, packs) -> new CompareCommand(terminal, packs)),
                new CommandEntry("gaps", CHOICES, (terminal, packs) -> new GapsCommand(terminal, packs)));
    }

    @Override
    public List<OutputSchema> outputs() {
        return List.of(
                OutputSchema.document("compare", CompareContract.class),
                OutputSchema.line("compare", "flips[]", CompareContract.Line.class));
    }
}
