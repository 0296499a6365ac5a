package dev.winnow.console.input;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.contents.Budget;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Reads the budget of a plan of {@code winnow portfolio}, for commands that choose nothing. */
public interface PlanBudgets {

    /**
     * Returns the reader of plans.
     *
     * @throws Refusal if the feature that reads plans is not installed
     */
    static PlanBudgets installed() {
        return ServiceLoader.load(PlanBudgets.class)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE,
                        Message.of("`%s` needs the feature `%s`, which is not installed", "--plan", "portfolio")));
    }

    /**
     * Returns the budget for projects in a city; null if the plan has none.
     *
     * @param file the plan
     * @param result the screening whose projects and cities the plan may name
     * @param city the id of the city
     * @param nothing the message that no result was computed, for a plan with problems
     * @throws Refusal if the plan has problems, which are reported
     */
    @Nullable
    Budget read(String file, ScreeningResult result, String city, Message nothing, Notices notices);
}
