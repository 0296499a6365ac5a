package dev.winnow.portfolio;

import static dev.winnow.console.CommandEntry.Topic.CHOICES;

import dev.winnow.console.Check;
import dev.winnow.console.CommandEntry;
import dev.winnow.console.Feature;
import dev.winnow.console.Views;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.match.MatchCommand;
import dev.winnow.portfolio.match.PlacementContract;
import dev.winnow.portfolio.portfolio.PortfolioCommand;
import dev.winnow.portfolio.portfolio.PortfolioContract;
import dev.winnow.portfolio.selection.Solver;
import dev.winnow.portfolio.view.PlanViews;
import dev.winnow.report.json.OutputSchema;
import java.util.List;

/** The feature {@code portfolio}: {@code portfolio} and {@code match}, as commands and views. */
public final class PortfolioFeature implements Feature {

    @Override
    public String id() {
        return "portfolio";
    }

    @Override
    public List<CommandEntry> commands() {
        return List.of(
                new CommandEntry("portfolio", CHOICES, (terminal, packs) -> new PortfolioCommand(terminal, packs)),
                new CommandEntry("match", CHOICES, (terminal, packs) -> new MatchCommand(terminal, packs)));
    }

    @Override
    public List<OutputSchema> outputs() {
        return List.of(
                OutputSchema.document("portfolio", PortfolioContract.class),
                OutputSchema.document("match", PlacementContract.class));
    }

    @Override
    public Views views() {
        return new PlanViews();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Solver.isAvailable()
                        ? new Check(true, Message.of("sets are chosen by %s", Solver.NAME))
                        : new Check(
                                false,
                                Message.of("the library that chooses sets, OR-Tools, does not run on this machine")));
    }
}
