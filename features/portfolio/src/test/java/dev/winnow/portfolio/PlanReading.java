package dev.winnow.portfolio;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.match.MatchPlanReader;
import dev.winnow.portfolio.portfolio.Nameable;
import dev.winnow.portfolio.portfolio.PlanReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads plans of any content for the problems that they have. */
final class PlanReading {

    private PlanReading() {}

    static void portfolio(byte[] content, List<Problem> problems) {
        Node root = Document.parse("plan.yaml", content, problems);
        if (root != null) {
            PlanReader.read(
                    root,
                    null,
                    Objects.requireNonNull(Unit.money("CNY")),
                    Rates.NONE,
                    Nameable.NOTHING,
                    new ArrayList<>(),
                    problems);
        }
    }

    static void match(byte[] content, List<Problem> problems) {
        Node root = Document.parse("match.yaml", content, problems);
        if (root != null) {
            MatchPlanReader.read(root, Nameable.NOTHING, problems);
        }
    }
}
