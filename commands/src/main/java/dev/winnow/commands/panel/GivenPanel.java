package dev.winnow.commands.panel;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.console.input.PanelOption;
import dev.winnow.console.input.PanelStatements;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.FurtherStatements;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.Universe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The panel that a command line names, with its pack and universe. */
record GivenPanel(RulePack pack, PanelUniverse given) {

    /** Reads the panel and reports the problems; refuses a command line without one. */
    static GivenPanel read(InputOptions input, Packs packs, Shipped shipped, Notices notices) {
        PanelOption.required(input);
        ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
        RulePack pack = loader.pack();
        Universe universe = loader.universe();
        notices.problems(universe.problems());
        if (pack == null) {
            throw loader.nothingScreened();
        }
        return new GivenPanel(pack, of(loader.given(pack, universe)));
    }

    /** Returns the panel of the further statements of a command line that names one. */
    static PanelUniverse of(@Nullable FurtherStatements further) {
        return ((PanelStatements) Objects.requireNonNull(further)).panel();
    }

    Panel panel() {
        return given.panel();
    }

    /** Returns an assessor; refuses an unknown one. */
    Assessor assessor(String id) {
        Assessor assessor = panel().assessor(id.strip());
        if (assessor == null) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("the panel has no assessor `%s`", id)
                            .with(Nearest.oneOf(
                                    id,
                                    panel().assessors().stream()
                                            .map(Assessor::id)
                                            .toList())));
        }
        return assessor;
    }

    /** Returns a round; refuses an unknown one. */
    Round round(int number) {
        return panel().rounds().stream()
                .filter(round -> round.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE,
                        Message.of("the panel has no round %s", number)
                                .with(Message.of(
                                        "add it to `%s` in %s",
                                        "rounds", panel().place().file()))));
    }

    /** Returns the round that an option names, or the open one without it. */
    Round round(@Nullable Integer number) {
        return round(number == null ? panel().openRound() : number);
    }
}
