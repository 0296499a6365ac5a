package dev.winnow.console.input;

import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.console.option.FurtherStatements;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.json.ContractAdditions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The values that follow from the judgements of a panel. */
public record PanelStatements(PanelUniverse panel) implements FurtherStatements {

    @Override
    public Universe stated() {
        return panel.stated();
    }

    @Override
    public Universe universe() {
        return panel.universe();
    }

    @Override
    public PanelStatements over(Universe stated) {
        return new PanelStatements(new PanelUniverse(panel.panel(), panel.scope(), stated));
    }

    @Override
    public @Nullable Problem moved() {
        LocalDate own = stated().asOf();
        LocalDate day = universe().asOf();
        return !day.isAfter(own)
                ? null
                : new Problem(
                        panel.panel().place(),
                        Message.of("the judgements move the day of the universe from %s to %s", own, day),
                        0,
                        Message.of("use `%s` to screen as of another day", "--as-of"));
    }

    @Override
    public ContractAdditions additions(ScreeningRequest request, Names names) {
        return new PanelAdditions(PanelScreening.of(panel, request), names);
    }

    @Override
    public MinutesAdditions minutes(Wording wording) {
        return PanelMinutes.of(panel, wording);
    }
}
