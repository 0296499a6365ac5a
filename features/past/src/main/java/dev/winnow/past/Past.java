package dev.winnow.past;

import static dev.winnow.console.CommandEntry.Topic.CHOICES;
import static dev.winnow.console.CommandEntry.Topic.RECORDS;

import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.console.FileKind;
import dev.winnow.console.Views;
import dev.winnow.past.backtest.BackTestCommand;
import dev.winnow.past.backtest.BackTestContract;
import dev.winnow.past.exceptions.ExceptionsCommand;
import dev.winnow.past.exceptions.ExceptionsContract;
import dev.winnow.past.scenarios.ScenarioKeys;
import dev.winnow.past.scenarios.ScenariosCommand;
import dev.winnow.past.scenarios.ScenariosContract;
import dev.winnow.past.watch.WatchCommand;
import dev.winnow.past.watch.WatchContract;
import dev.winnow.past.watch.WatchViews;
import dev.winnow.past.weights.WeightsCommand;
import dev.winnow.past.weights.WeightsContract;
import dev.winnow.report.json.OutputSchema;
import java.util.List;

/** The feature {@code past}: {@code backtest}, {@code exceptions}, {@code weights}, {@code scenarios} and {@code watch}. */
public final class Past implements Feature {

    @Override
    public String id() {
        return "past";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("backtest", CHOICES, (terminal, packs) -> new BackTestCommand(terminal, packs)),
                new CommandEntry("scenarios", CHOICES, (terminal, packs) -> new ScenariosCommand(terminal, packs)),
                new CommandEntry("exceptions", CHOICES, (terminal, packs) -> new ExceptionsCommand(terminal, packs)),
                new CommandEntry("weights", CHOICES, (terminal, packs) -> new WeightsCommand(terminal, packs)),
                new CommandEntry("watch", RECORDS, (terminal, packs) -> new WatchCommand(terminal, packs)));
    }

    @Override
    public List<OutputSchema> outputs() {
        return List.of(
                OutputSchema.document("backtest", BackTestContract.class),
                OutputSchema.line("backtest", "tests[].assessments[]", BackTestContract.Line.class),
                OutputSchema.document("exceptions", ExceptionsContract.class),
                OutputSchema.document("scenarios", ScenariosContract.class),
                OutputSchema.document("weights", WeightsContract.class),
                OutputSchema.document("watch", WatchContract.class));
    }

    @Override
    public Views views() {
        return new WatchViews();
    }

    @Override
    public List<FileKind> files() {
        return List.of(new FileKind("scenario-file", "winnow scenarios FILE", ScenarioKeys::schema));
    }
}
