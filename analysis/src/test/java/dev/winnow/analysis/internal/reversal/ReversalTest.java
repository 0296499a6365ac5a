package dev.winnow.analysis.internal.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.analysis.internal.reversal.Reversal.Step;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.WhatIf;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.Thorough;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes that bring another verdict, verified by writing them into the universe and screening it; and no smaller
 * change does.
 */
class ReversalTest {

    private static final Path ROOT = Path.of("..");
    private static final RulePack BATTERY = RulePack.draft(ROOT.resolve("rules/battery"));
    private static final RulePack CHIPS = RulePack.draft(ROOT.resolve("rules/semiconductor"));
    private static final Universe CITIES = Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/illustrative"));

    /** A plant with a link that birchport lacks. */
    private static final String NEW_LINK =
            "links: [separator], track: batteries, endMarkets: [electric-vehicles, energy-storage]";

    /** A plant with a link that two cities hold. */
    private static final String HELD_LINK =
            "links: [lithium-refining], track: batteries, endMarkets: [electric-vehicles, energy-storage]";

    /** A candidate with the session that judged it. */
    private record Pair(ScreeningSession session, Assessment assessment) {

        static Pair of(RulePack pack, Universe universe, String project, String city) {
            ScreeningSession session = Screener.walking(pack).open(universe);
            return new Pair(session, Objects.requireNonNull(session.assess(project, city)));
        }

        static List<Pair> all(RulePack pack, Universe universe) {
            ScreeningSession session = Screener.walking(pack).open(universe);
            return session.screening().assessments().stream()
                    .map(one -> new Pair(session, one))
                    .toList();
        }

        List<Reversal> reversals() {
            return Reversal.of(session, assessment);
        }
    }

    private static Pair evaluate(RulePack pack, String figures, String city) {
        return evaluate(pack, NEW_LINK, figures, city);
    }

    private static Pair evaluate(RulePack pack, String rest, String figures, String city) {
        Universe universe = CITIES.and(Map.of(
                "own.yaml", "projects:\n  - {id: own, name: Own, coInvestors: [], " + rest + ", " + figures + "}\n"));
        assertThat(universe.problems()).isEmpty();
        return Pair.of(pack, universe, "own", city);
    }

    private static List<Reversal> reversals(String figures, String city) {
        return evaluate(BATTERY, figures, city).reversals();
    }

    private static Map<String, String> figures(String text) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (String one : text.split(", ")) {
            figures.put(one.split(": ")[0], one.split(": ")[1]);
        }
        return figures;
    }

    /** The verdict on the project after writing changed figures into it, as people write them. */
    private static Verdict written(String figures, String city, Map<String, @Nullable Figure> changed) {
        Map<String, String> all = figures(figures);
        changed.forEach((name, figure) -> {
            String key = name.replace("project.", "");
            if (figure == null) {
                all.remove(key);
            } else {
                all.put(key, "\"" + figure + "\"");
            }
        });
        List<String> lines = new ArrayList<>();
        all.forEach((key, value) -> lines.add(key + ": " + value));
        return evaluate(BATTERY, String.join(", ", lines), city).assessment().verdict();
    }

    private static Map<String, @Nullable Figure> changed(Reversal reversal, boolean half) {
        Map<String, @Nullable Figure> changed = new TreeMap<>();
        for (Step step : reversal.steps()) {
            changed.put(step.figure().figure(), half ? step.half() : step.then());
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yieldRate: 92 %, fundingNeed: 1.2 bn yuan, domesticEquipmentRate: 65 %, domesticMaterialRate: 60 %",
                "yieldRate: 80 %, fundingNeed: 900 mn yuan, domesticEquipmentRate: 40 %, domesticMaterialRate: 60 %",
                "yieldRate: 60 %, fundingNeed: 5 bn yuan, domesticEquipmentRate: 72 %, domesticMaterialRate: 85 %",
                "yieldRate: 95 %, fundingNeed: 7.6 bn yuan, domesticEquipmentRate: 20 %",
                "yieldRate: about 85 %, fundingNeed: over 1 bn yuan, domesticEquipmentRate: over 60 %",
                "yieldRate: 88–91 %, fundingNeed: 2 bn yuan",
                "fundingNeed: 3 bn yuan",
                "yieldRate: 75 %"
            })
    void eachChangeBringsTheVerdictAndHalfOfItDoesNot(String figures) {
        for (String city : CITIES.cityIds()) {
            Pair evaluation = evaluate(BATTERY, figures, city);
            for (Reversal one : evaluation.reversals()) {
                String what = city + " " + one;
                assertThat(one.from()).isEqualTo(evaluation.assessment().verdict());
                assertThat(one.to()).isNotEqualTo(one.from());
                assertThat(written(figures, city, changed(one, false))).as(what).isEqualTo(one.to());
                assertThat(written(figures, city, changed(one, true)))
                        .as(what)
                        .isEqualTo(one.halfway())
                        .isNotEqualTo(one.to());
                assertThat(one.after().verdict()).isEqualTo(one.to());
            }
        }
    }

    /** A change of one figure of a candidate of a shipped universe, as printed. */
    private static Figure printed(Figure figure, Language language) {
        return Objects.requireNonNull(
                FigureText.parse(figure.write(language), figure.unit(), null).figure(), figure.toString());
    }

    /** The figure as printed in JSON. */
    private static Figure inJson(Figure figure) {
        Function<Amount, Amount> six = number ->
                number.isUnbounded() ? number : Amount.of(number.decimal().setScale(6, RoundingMode.HALF_EVEN));
        return figure.bound() == Bound.BETWEEN
                ? Figure.between(six.apply(figure.low()), six.apply(figure.high()), figure.unit(), null)
                : Figure.stated(six.apply(figure.value()), figure.bound(), figure.unit(), null);
    }

    @ParameterizedTest
    @CsvSource({
        "semiconductor, semiconductor",
        "battery, illustrative",
        "battery-review, illustrative",
        "semiconductor, illustrative",
        "chips-act, chips-act"
    })
    void eachChangeBringsTheVerdictAsItIsPrinted(String rules, String seeds) {
        RulePack pack = RulePack.draft(ROOT.resolve("rules").resolve(rules));
        Universe universe =
                Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds").resolve(seeds));
        int changes = 0;
        List<Pair> all = Pair.all(pack, universe);
        for (int i = 0; i < all.size(); i += 1 + all.size() / 20) {
            Pair one = all.get(i);
            WhatIf whatIf = one.session().whatIf(one.assessment());
            for (Reversal reversal : one.reversals()) {
                changes++;
                List<UnaryOperator<Figure>> forms = List.of(
                        figure -> printed(figure, Language.EN),
                        figure -> printed(figure, Language.ZH),
                        ReversalTest::inJson);
                for (UnaryOperator<Figure> form : forms) {
                    Map<String, @Nullable Figure> figures = new TreeMap<>();
                    reversal.steps().forEach(step -> figures.put(step.figure().figure(), form.apply(step.then())));
                    assertThat(whatIf.judge(figures).verdict())
                            .as(one.assessment().project() + " " + reversal)
                            .isEqualTo(reversal.to());
                }
            }
        }
        assertThat(changes).isGreaterThan(5);
    }

    /** An amount below a limit, and a cost that depends on it: neither may be printed as more than it is. */
    @Test
    void aPairIsProposedInConsistentNumbers() throws IOException {
        RulePack pack = RulePack.draft(ROOT.resolve("rules/chips-act"));
        Path seeds = ROOT.resolve("seeds/chips-act");
        Reversal advice = Pair.of(pack, Universe.read(seeds), "micron", "united-states").reversals().stream()
                .filter(one -> one.to() == Verdict.RECOMMEND)
                .findFirst()
                .orElseThrow();
        assertThat(line(advice))
                .isEqualTo("RECOMMEND: directFunding 6.165 bn USD -> 149.9 mn USD investment about 50 bn USD -> about"
                        + " 3.155 bn USD");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(seeds)) {
            for (Path path :
                    paths.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                files.put(seeds.relativize(path).toString(), Files.readString(path));
            }
        }
        String file = "awards/leading-edge.yaml";
        String changed = files.get(file)
                .replace("{value: 6.165 bn USD, source: micron-award", "{value: 149.9 mn USD, source: micron-award")
                .replace(
                        "{value: about 50 bn USD, source: micron-award",
                        "{value: about 3.155 bn USD, source: micron-award");
        assertThat(changed).isNotEqualTo(files.put(file, changed));
        assertThat(Pair.of(pack, Universe.parse(files), "micron", "united-states")
                        .assessment()
                        .verdict())
                .isEqualTo(Verdict.RECOMMEND);
    }

    @Test
    void twoFiguresMaySufficeWhereOneDoesNot() {
        Pair plant = evaluate(
                BATTERY,
                HELD_LINK,
                "yieldRate: 95 %, fundingNeed: 900 mn yuan, domesticEquipmentRate: 80 %, domesticMaterialRate: 30 %,"
                        + " claimsScale: false, claimsScarcity: false",
                "birchport");
        assertThat(plant.reversals())
                .extracting(ReversalTest::line)
                .contains("DECLINE: domesticEquipmentRate 80 % -> 69.99 % yieldRate 95 % -> 89.99 %");
    }

    /** The size of a change: number of figures, then the relative change. */
    private record Size(int figures, double change) implements Comparable<Size> {
        @Override
        public int compareTo(Size other) {
            return figures != other.figures
                    ? Integer.compare(figures, other.figures)
                    : Double.compare(change, other.change);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 900, 1200, 2000, 7000, 12_000})
    void onACoarseGridOfThreeFiguresNoSmallerChangeExists(double need) {
        int compared = 0;
        int turn = 0;
        for (double yield : new double[] {0.55, 0.8, 0.92}) {
            for (double rate : new double[] {0.4, 0.66, 0.8}) {
                if (turn++ % Thorough.count(4, 1) > 0) {
                    continue;
                }
                String figures = "yieldRate: " + yield * 100 + " %, fundingNeed: " + need + " mn yuan"
                        + ", domesticEquipmentRate: " + rate * 100 + " %, domesticMaterialRate: 60 %";
                for (String city : CITIES.cityIds()) {
                    compared += compare(evaluate(BATTERY, NEW_LINK, figures, city), yield, need, rate);
                    compared += compare(evaluate(BATTERY, HELD_LINK, figures, city), yield, need, rate);
                }
            }
        }
        assertThat(compared).isPositive();
    }

    /** Counts the verdicts that the grid reaches, and checks that none has a smaller change than the reported one. */
    private static int compare(Pair evaluation, double yield, double need, double rate) {
        Map<Verdict, Size> least = new HashMap<>();
        WhatIf whatIf = evaluation.session().whatIf(evaluation.assessment());
        for (double newYield : grid(yield, 0.5, 0.58, 0.66, 0.7, 0.74, 0.82, 0.9, 0.98)) {
            for (double newNeed : grid(need, 50, 400, 800, 1100, 1200, 1600, 2600, 5200, 7500, 9000, 20_000)) {
                for (double newRate : grid(rate, 0.1, 0.34, 0.5, 0.58, 0.69, 0.7, 0.75, 0.99)) {
                    Verdict verdict = whatIf.judge(Map.of(
                                    "project.yieldRate", Figure.exactly(newYield, Unit.SHARE),
                                    "project.fundingNeed", Figure.exactly(newNeed, Unit.MONEY),
                                    "project.domesticEquipmentRate", Figure.exactly(newRate, Unit.SHARE)))
                            .verdict();
                    int moved = (newYield == yield ? 0 : 1) + (newNeed == need ? 0 : 1) + (newRate == rate ? 0 : 1);
                    double change = Math.abs(newYield - yield) / yield
                            + Math.abs(newNeed - need) / need
                            + Math.abs(newRate - rate) / rate;
                    least.merge(verdict, new Size(moved, change), ReversalTest::smaller);
                }
            }
        }
        Map<Verdict, Size> reported = new HashMap<>();
        for (Reversal one : evaluation.reversals()) {
            Size size = new Size(
                    one.steps().size(), Objects.requireNonNull(one.size()).doubleValue());
            reported.merge(one.to(), size, ReversalTest::smaller);
            if (one.to() == Verdict.RECOMMEND && one.from() == Verdict.DECLINE) {
                // A change that raises the verdict less is not reported.
                reported.merge(Verdict.HOLD, size, ReversalTest::smaller);
            }
        }
        int compared = 0;
        for (Verdict verdict : Verdict.values()) {
            Size onGrid = least.get(verdict);
            if (onGrid != null && verdict != evaluation.assessment().verdict() && onGrid.figures() < 3) {
                compared++;
                Size ours = reported.get(verdict);
                String what = evaluation.assessment().city() + " yield " + yield + " need " + need + " rate " + rate
                        + " to " + verdict + ": reported " + ours + ", on the grid " + onGrid;
                assertThat(ours).as(what).isNotNull();
                Size slack = new Size(onGrid.figures(), onGrid.change() + 1e-3);
                assertThat(Objects.requireNonNull(ours).compareTo(slack))
                        .as(what)
                        .isNotPositive();
            }
        }
        return compared;
    }

    private static Size smaller(Size one, Size other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static double[] grid(double now, double... others) {
        double[] all = new double[others.length + 1];
        System.arraycopy(others, 0, all, 1, others.length);
        all[0] = now;
        return all;
    }

    private static String line(Reversal one) {
        StringBuilder text = new StringBuilder(one.to() + ":");
        for (Step step : one.steps()) {
            text.append(' ').append(step.figure().figure().replace("project.", ""));
            text.append(' ').append(step.now()).append(" -> ").append(step.then());
        }
        return text.toString();
    }

    @Test
    void aLimitThatMustBeReachedIsReachedExactly() {
        String good =
                "yieldRate: 55 %, fundingNeed: 1 bn yuan, domesticEquipmentRate: 80 %, domesticMaterialRate: 85 %";
        assertThat(reversals(good, "birchport"))
                .extracting(ReversalTest::line)
                .contains("RECOMMEND: yieldRate 55 % -> 70 %");
    }

    @Test
    void aStrictLimitIsPassedByLittle() {
        String good =
                "yieldRate: 92 %, fundingNeed: 1.2 bn yuan, domesticEquipmentRate: 80 %, domesticMaterialRate: 85 %";
        Reversal down = reversals(good, "birchport").stream()
                .filter(one -> one.to() == Verdict.DECLINE)
                .findFirst()
                .orElseThrow();
        assertThat(line(down)).isEqualTo("DECLINE: fundingNeed 1.2 bn yuan -> 1.201 bn yuan");
        assertThat(down.steps().get(0).strict()).isTrue();
        assertThat(down.steps().get(0).half()).hasToString("1.2 bn yuan");
    }

    @Test
    void anUnknownFigureGetsTheWeakestBoundOrElseAnExactNumber() {
        // a need of "at most" an amount may be 0, and funds cover no share of that
        String open = "yieldRate: 95 %, domesticEquipmentRate: 80 %, domesticMaterialRate: 85 %";
        assertThat(reversals(open, "birchport"))
                .extracting(ReversalTest::line)
                .contains(
                        "RECOMMEND: fundingNeed null -> 1.2 bn yuan",
                        "DECLINE: fundingNeed null -> over 1.201 bn yuan");
    }

    @Test
    void noFigureIsChangedToZero() {
        for (String city : CITIES.cityIds()) {
            assertThat(reversals("yieldRate: 97 %, fundingNeed: 300 mn yuan", city))
                    .flatExtracting(Reversal::steps)
                    .allSatisfy(step -> assertThat(step.then().value().isZero()).isFalse());
        }
    }

    @Test
    void onlyFiguresThatThePackListsAreChanged() {
        List<Pair> all = Pair.all(CHIPS, Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/semiconductor")));
        for (int i = 0; i < all.size(); i += Thorough.count(4, 1)) {
            assertThat(all.get(i).reversals())
                    .flatExtracting(Reversal::steps)
                    .allSatisfy(step -> assertThat(CHIPS.changeable()).contains(step.figure()));
        }
    }

    @Test
    void ifAnySmallerNumberSufficesTheLimitIsReported() {
        Pair haier = Pair.of(
                CHIPS,
                Universe.read(ShippedFacts.VOCABULARY, ROOT.resolve("seeds/semiconductor")),
                "haier-2000",
                "qingdao");
        assertThat(haier.reversals())
                .extracting(ReversalTest::line)
                .containsExactly(
                        "HOLD: unitCostToImported over 1 -> at most 0.9999",
                        "HOLD: fundingNeed 0 mn yuan -> 1 mn yuan"); // of the funds, which may pay for it
    }

    @Test
    void theSizeIsTheSumOfRelativeChanges() {
        for (String city : CITIES.cityIds()) {
            for (Reversal one :
                    reversals("yieldRate: 95 %, fundingNeed: 300 mn yuan, domesticEquipmentRate: 80 %", city)) {
                BigDecimal sum = one.steps().stream()
                        .map(step -> step.change() == null ? BigDecimal.ZERO : step.change())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(one.size()).isEqualByComparingTo(sum);
            }
        }
    }
}
