package dev.winnow.portfolio.portfolio;

import dev.winnow.console.input.PlanBudgets;
import dev.winnow.console.terminal.Notices;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.report.internal.contents.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads budgets with the reader of {@code winnow portfolio}. Created by {@link java.util.ServiceLoader}. */
public final class PortfolioBudgets implements PlanBudgets {

    @Override
    public @Nullable Budget read(String file, ScreeningResult result, String city, Message nothing, Notices notices) {
        SelectionSupport choosing = new SelectionSupport(nothing, notices);
        Node root = Objects.requireNonNull(choosing.plan(file));
        Universe universe = result.session().universe();
        Nameable known = Nameable.of(universe, result.facts(), Set.copyOf(universe.cityIds()));
        List<Problem> notes = new ArrayList<>();
        PortfolioPlan plan =
                PlanReader.read(root, null, universe.money(), universe.rates(), known, notes, choosing.problems());
        notices.notes(notes);
        choosing.requireSound();
        Amount ofCity = plan.cities().get(city);
        Amount amount = ofCity == null ? plan.budget() : ofCity;
        return amount == null
                ? null
                : new Budget(amount, ofCity != null, plan.cost().word());
    }
}
