package dev.winnow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.RecordShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules that {@link Trend} classifies as monotonic in a figure have monotonic results when evaluated with growing
 * values.
 */
class TrendTest {

    private static final Path ROOT = Path.of("..");
    private static final List<Amount> NUMBERS = Stream.of(
                    "0.000001", "0.05", "0.4", "0.85", "1", "2", "7", "40", "500", "3000", "20000", "1e6", "1e12")
            .map(Amount::of)
            .toList();

    private static RulePack pack(String name) {
        return RulePack.load(ROOT.resolve("rules").resolve(name));
    }

    private static List<Assumable> figures(RulePack pack) {
        return Assumable.all(pack.vocabulary()).values().stream()
                .filter(fact -> fact.component() != null && fact.component().kind() == Component.Kind.FIGURE)
                .toList();
    }

    private static List<Amount> numbers(RulePack pack, Facts facts, Unit unit) {
        TreeSet<Amount> numbers = new TreeSet<>(NUMBERS);
        pack.limitTable()
                .on(facts.asOf())
                .forEach(limit -> numbers.add(limit.value().low()));
        numbers.removeIf(number -> number.isZero() || (unit.isShare() && number.compareTo(Amount.ONE) > 0));
        return List.copyOf(numbers);
    }

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor",
        "battery, illustrative",
        "chips-act, chips-act",
        "data-centre, data-centre"
    })
    void resultsOfSteadyRulesAreMonotonic(String rules, String seeds) {
        RulePack pack = pack(rules);
        Universe universe = Universe.read(
                        ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(seeds))
                .with(pack.vocabulary());
        Facts facts = universe.inHindsight(universe.asOf());
        List<Project> projects = facts.projects().stream().limit(12).toList();
        int changed = 0;
        for (Assumable figure : figures(pack)) {
            for (int rule = 0; rule < pack.checkedRules().size(); rule++) {
                CheckedRule checked = pack.checkedRules().get(rule);
                if (Reads.isRead(figure, pack.factsRead().get(rule)) && Trend.isSteady(checked, figure.name())) {
                    changed += growing(pack, facts, projects, figure, checked);
                }
            }
        }
        assertThat(changed).as("results that changed").isPositive();
    }

    /**
     * Increases a figure of each project, or of each row of each city, step by step; returns the number of changed
     * results.
     */
    private static int growing(RulePack pack, Facts facts, List<Project> projects, Assumable figure, CheckedRule rule) {
        Component component = Objects.requireNonNull(figure.component());
        Unit unit = Objects.requireNonNull(component.unit());
        List<Amount> numbers = numbers(pack, facts, unit);
        int changed = 0;
        for (var city : facts.cities().stream().limit(2).toList()) {
            EvaluationContext context =
                    EvaluationContext.of(facts, city, pack.limitTable().on(facts.asOf()), null);
            for (Project project : projects) {
                if (figure.subject() == Assumable.Subject.PROJECT) {
                    RecordShape<Project> shape = facts.vocabulary().project();
                    changed += oneWay(
                            rule + " " + figure.name(),
                            numbers,
                            number -> outcome(
                                    rule,
                                    context,
                                    shape.with(project, Map.of(component.name(), Figure.exactly(number, unit)))));
                } else if (figure.subject() == Assumable.Subject.ROW) {
                    RecordShape<?> shape =
                            Objects.requireNonNull(facts.vocabulary().rows().get(figure.list()));
                    for (Object row : facts.rows(city.id())) {
                        if (row.getClass() == shape.type() && row instanceof Record record && !isDeclared(row)) {
                            changed += oneWay(
                                    rule + " " + figure.name(),
                                    numbers,
                                    number -> outcome(
                                            rule,
                                            context.with(
                                                    row,
                                                    shape.with(
                                                            record,
                                                            Map.of(component.name(), Figure.exactly(number, unit)))),
                                            project));
                        }
                    }
                }
            }
        }
        return changed;
    }

    private static boolean isDeclared(Object row) {
        return row.getClass().getSimpleName().equals("DeclaredRow");
    }

    private static RuleOutcome outcome(CheckedRule rule, EvaluationContext context, Project project) {
        return Walker.walk(rule, context, project, Walker.Watch.NONE).outcome();
    }

    private static int oneWay(String what, List<Amount> numbers, Function<Amount, RuleOutcome> outcomes) {
        List<RuleOutcome> all = numbers.stream().map(outcomes).toList();
        int changed = 0;
        changed += oneWay(what, all, one -> one.holds() ? 1 : 0, Integer::compare);
        changed += oneWay(what, all, one -> one.holds() || one.mayHold() ? 1 : 0, Integer::compare);
        changed += oneWay(what, all, RuleOutcome::low, Comparable::compareTo);
        changed += oneWay(what, all, RuleOutcome::high, Comparable::compareTo);
        return changed;
    }

    private static <T> int oneWay(
            String what, List<RuleOutcome> all, Function<RuleOutcome, T> value, Comparator<T> order) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            int step = Integer.signum(order.compare(value.apply(all.get(i)), value.apply(all.get(i - 1))));
            if (step != 0) {
                steps.add(step);
            }
        }
        assertThat(steps.stream().distinct().count()).as(what).isLessThan(2);
        return steps.size();
    }

    private static boolean isSteady(String figure, String when) {
        return Trend.isSteady(WindRule.of(when), figure);
    }

    @Test
    void lowerEndsGrowAndUpperEndsShrink() {
        String lower = "Project( investment >= fundingNeed )";
        String both = "Project( investment >= fundingNeed, investment <= annualOutput )";
        assertThat(isSteady("project.investment", lower)).isTrue();
        assertThat(isSteady("project.investment", both)).isFalse();
        assertThat(isSteady("project.fundingNeed", both)).isTrue();
        assertThat(isSteady("project.investment", "Project( investment == fundingNeed )"))
                .isFalse();
    }

    @Test
    void absencesReverseTheTrend() {
        String same = "Project( $i : investment, investment >= fundingNeed )  not Fund( available >= $i )";
        String other = "Project( $i : investment, investment >= fundingNeed )  not Fund( available <= $i )";
        assertThat(isSteady("project.investment", same)).isTrue();
        assertThat(isSteady("project.investment", other)).isFalse();
    }

    @Test
    void subtractionReversesTheTrend() {
        String same = "Project( investment - fundingNeed >= annualOutput, fundingNeed <= annualOutput )";
        String other = "Project( investment - fundingNeed >= annualOutput, fundingNeed >= annualOutput )";
        assertThat(isSteady("project.fundingNeed", same)).isTrue();
        assertThat(isSteady("project.fundingNeed", other)).isFalse();
    }

    @Test
    void aQuotientFallsOnlyIfTheDivisorIsTheFigureItself() {
        String figure = "Project( annualOutput / investment >= 1, investment > 0 )";
        String difference = "Project( annualOutput / ( investment - fundingNeed ) >= 1 )";
        assertThat(isSteady("project.investment", figure)).isTrue();
        assertThat(isSteady("project.annualOutput", figure)).isTrue();
        assertThat(isSteady("project.investment", difference)).isFalse();
        assertThat(isSteady("project.annualOutput", difference)).isTrue();
    }

    @Test
    void aSumGrowsWithItsRows() {
        String more = "Project( $n : fundingNeed )"
                + "  accumulate( Fund( $a : available, available >= $n ); $s : sum($a); $s >= $n )";
        String fewer = "Project( $n : fundingNeed )"
                + "  accumulate( Fund( $a : available, available <= $n ); $s : sum($a); $s >= $n )";
        assertThat(isSteady("project.fundingNeed", more)).isTrue();
        assertThat(isSteady("city.funds.available", more)).isTrue();
        assertThat(isSteady("project.fundingNeed", fewer)).isFalse();
        assertThat(isSteady("city.funds.available", fewer)).isFalse();
    }

    @Test
    void aShareFallsAsTheWholeGrows() {
        CheckedRule rule = pack("semiconductor").checkedRules().stream()
                .filter(one -> one.id().equals("funds-cover-need"))
                .findFirst()
                .orElseThrow();
        assertThat(Trend.isSteady(rule, "project.fundingNeed")).isTrue();
        assertThat(Trend.isSteady(rule, "city.funds.available")).isTrue();
    }
}
