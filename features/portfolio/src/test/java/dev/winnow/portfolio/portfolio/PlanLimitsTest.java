package dev.winnow.portfolio.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.AllocationLimit;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that is too large is refused while it is read. */
class PlanLimitsTest {

    private static List<Problem> problems(String plan) {
        List<Problem> problems = new ArrayList<>();
        Node root = Objects.requireNonNull(Document.parse("plan.yaml", plan, problems));
        PlanReader.read(root, null, Unit.NUMBER, Rates.NONE, Nameable.NOTHING, new ArrayList<>(), problems);
        return problems;
    }

    /** {@return a plan with its own candidates} */
    static PortfolioPlan plan(String text) {
        List<Problem> problems = new ArrayList<>();
        Node root = Objects.requireNonNull(Document.parse("plan.yaml", text, problems));
        PortfolioPlan plan =
                PlanReader.read(root, null, Unit.NUMBER, Rates.NONE, Nameable.NOTHING, new ArrayList<>(), problems);
        assertThat(problems).isEmpty();
        return plan;
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("NEXT", "c" + (i + 1)).replace("THIS", "c" + i))
                .collect(Collectors.joining());
    }

    private static String candidates(int count) {
        return "candidates:\n" + lines(count, "  - {id: THIS, worth: 1, cost: 1}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        needs    | 1001  | '  THIS: [NEXT]\n'              | `needs` has 1,001 entries; at most 1,000 are allowed
        one-of   | 10001 | '  - [c1, c2]\n'                | `one-of` has 20,002 entries; at most 20,000 are allowed
        together | 10001 | '  - {of: [c1, c2], worth: 3}\n' | `together` has 20,002 entries; at most 20,000 are allowed
        budgets  | 1001  | '  THIS: 5\n'                   | `budgets` has 1,001 entries; at most 1,000 are allowed
        """)
    void listsHaveALimit(String key, int count, String line, String message) {
        String plan = candidates(1_002) + key + ":\n" + lines(count, line.replace("\\n", "\n"));
        assertThat(problems(plan)).singleElement().asString().startsWith("plan.yaml:1005:3: " + message);
    }

    @Test
    void tooManyCandidatesAreRefused() {
        assertThat(problems(candidates(10_001)))
                .singleElement()
                .asString()
                .startsWith("plan.yaml:2:3: `candidates` has 10,001 entries; at most 10,000 are allowed");
    }

    /** A nearest name is searched for a hundred problems, not for thousands. */
    @Test
    void thousandsOfUnknownNamesAreNamed() throws Exception {
        String plan = candidates(2_000) + "never:\n" + lines(2_000, "  - THISx\n");
        List<Problem> problems = AllocationLimit.megabytes(1_000, () -> problems(plan));
        assertThat(problems).hasSize(2_000);
        assertThat(problems.get(99).toString()).contains("did you mean `c99`?");
        assertThat(problems.get(100).toString())
                .contains("unknown candidate `c100x`")
                .doesNotContain("maybe");
    }
}
