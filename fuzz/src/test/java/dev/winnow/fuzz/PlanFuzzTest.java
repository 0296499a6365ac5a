package dev.winnow.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.portfolio.match.MatchPlanReader;
import dev.winnow.portfolio.portfolio.Nameable;
import dev.winnow.portfolio.portfolio.PlanReader;
import java.util.ArrayList;
import java.util.List;

/** Plans of portfolios and matchings of any content are read, or left out with placed problems. */
class PlanFuzzTest {

    @FuzzTest
    void portfolio(byte[] data) {
        List<Problem> problems = new ArrayList<>();
        Node root = Document.parse("plan.yaml", data, problems);
        if (root != null) {
            PlanReader.read(
                    root, null, Small.UNIVERSE.money(), Rates.NONE, Nameable.NOTHING, new ArrayList<>(), problems);
        }
        Shipped.told(problems);
    }

    @FuzzTest
    void match(byte[] data) {
        List<Problem> problems = new ArrayList<>();
        Node root = Document.parse("match.yaml", data, problems);
        if (root != null) {
            MatchPlanReader.read(root, Nameable.NOTHING, problems);
        }
        Shipped.told(problems);
    }
}
