package dev.winnow.workbench.internal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Bakery;
import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lint ends regardless of the number and similarity of rules, and reports if it ends early. */
class LintBudgetTest {

    private static final int RULES = 300;

    @TempDir
    Path folder;

    private List<Remark> remarks(Bakery bakery, long steps) {
        return Lint.remarks(bakery.draft().checked(), new LintBudget(steps)).stream()
                .filter(remark -> remark.check() != Check.LACKS_CASE)
                .toList();
    }

    private static String rule(int number, String when) {
        return """

            rule "rule-%d"
              @title("A rule of the test")  @points(1)  @source("almanac § 9")
            when
              %s
            then
              card.award("So it is");
            end
            """.formatted(number, when);
    }

    private Bakery with(List<String> conditions) {
        Bakery bakery = Bakery.in(folder);
        String rules = IntStream.range(0, conditions.size())
                .mapToObj(i -> rule(i, conditions.get(i)))
                .collect(Collectors.joining());
        return bakery.write("money.drl", bakery.text("money.drl") + rules);
    }

    @Test
    void skippedChecksAreReported() {
        Bakery bakery = Bakery.in(folder);
        String place = bakery.path("pack.yaml").toString().replace('\\', '/');
        assertThat(remarks(bakery, 10))
                .extracting(remark -> remark.check().code() + " " + remark.problem())
                .contains("incomplete " + place
                        + ":1:1: not all rules were compared with each other: they are too many, too long or"
                        + " too similar\n"
                        + "   |   name: bakery\n"
                        + "   |   ^^^^ every remark is right, but there may be more");
        assertThat(remarks(bakery, LintBudget.STEPS)).extracting(Remark::check).doesNotContain(Check.INCOMPLETE);
    }

    @Test
    void theLargestShippedPackUsesLittleOfTheBudget() {
        assertThat(remarks(Bakery.shipped("semiconductor", folder), LintBudget.STEPS / 20))
                .extracting(Remark::check)
                .doesNotContain(Check.INCOMPLETE);
    }

    @Test
    void manyRulesThatDifferByOneTextAreComparedCheaply() {
        Bakery bakery = with(IntStream.range(0, RULES)
                .mapToObj(i -> "Project( track == \"track-%d\", $is : track )".formatted(i))
                .toList());
        assertThat(remarks(bakery, RULES * 1_000L))
                .extracting(Remark::check)
                .contains(Check.UNUSED_BINDING)
                .doesNotContain(Check.INCOMPLETE, Check.DUPLICATE);
    }

    @Test
    void aDuplicateAmongManyRulesIsFound() {
        List<String> conditions = IntStream.range(0, RULES)
                .mapToObj(i -> "Project( track == \"track-%d\" )".formatted(i == RULES - 1 ? 7 : i))
                .toList();
        assertThat(remarks(with(conditions), RULES * 1_000L))
                .filteredOn(remark -> remark.check() == Check.DUPLICATE)
                .extracting(Remark::id)
                .containsExactly("rule-" + (RULES - 1));
    }

    @Test
    void similarPatternsAreNotTriedInEveryOrder() {
        String tied = "Demand( endMarket memberOf $markets, annualOutput > 0";
        String alike = "Project( $markets : endMarkets )\n  " + (tied + " )\n  ").repeat(9) + tied;
        Bakery bakery = with(List.of(alike + ", endMarket == \"rolls\" )", alike + ", endMarket != \"rolls\" )"));
        assertThat(remarks(bakery, LintBudget.STEPS)).extracting(Remark::check).contains(Check.INCOMPLETE);
    }
}
