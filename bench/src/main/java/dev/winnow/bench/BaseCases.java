package dev.winnow.bench;

import dev.winnow.engine.Batch;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures the rate of judging base cases relative to scores, and prints it as Markdown. Each batch is scored without
 * and then with base cases, so that the load of the machine affects both.
 */
public final class BaseCases {

    private static final int CITIES = 10;

    private final boolean quick;

    private BaseCases(boolean quick) {
        this.quick = quick;
    }

    /** Measures and prints; with {@code --quick}, once and with few pairs. */
    public static void main(String[] arguments) {
        new BaseCases(List.of(arguments).contains("--quick")).print();
    }

    private void print() {
        int projects = quick ? 1_000 : 10_000;
        int runs = quick ? 1 : 7;
        Universe universe = BenchmarkInputs.synthesis().draw(projects, CITIES);
        Screener screener = Screener.of(RulePack.load(BenchmarkInputs.rules()));
        System.out.printf(
                Locale.ROOT,
                "Pairs a second by CPU time of the thread, %,d × %d, median (lowest–highest) of %d runs; the ratio is"
                        + " the median of those of the runs.%n%n",
                projects,
                CITIES,
                runs);
        System.out.println("| scores | base cases | base cases ÷ scores |");
        System.out.println("|---|---|---|");
        run(screener, universe); // warm-up
        List<Double> scores = new ArrayList<>();
        List<Double> bases = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            Rates rates = run(screener, universe);
            scores.add(rates.scores);
            bases.add(rates.bases);
            ratios.add(rates.bases / rates.scores);
        }
        Runs ratio = new Runs(ratios);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | **%.2f** (%.2f–%.2f) |%n",
                new Runs(scores).cell(),
                new Runs(bases).cell(),
                ratio.median(),
                ratio.figures().get(0),
                ratio.figures().get(ratio.figures().size() - 1));
    }

    /** Pairs per second. */
    private record Rates(double scores, double bases) {}

    private static Rates run(Screener screener, Universe universe) {
        long scoring = 0;
        long judging = 0;
        long pairs = 0;
        Iterator<Batch> batches =
                screener.withoutBaseCases().open(universe).batches().iterator();
        Iterator<Batch> assumed = screener.open(universe).batches().iterator();
        while (batches.hasNext()) {
            long start = Spent.threadCpu();
            List<Assessment> sound = batches.next().assess();
            long scored = Spent.threadCpu();
            List<Assessment> both = assumed.next().assess();
            long judged = Spent.threadCpu();
            int low = 0;
            for (int i = 0; i < sound.size(); i++) {
                BaseCase base = Objects.requireNonNull(both.get(i).base());
                low += sound.get(i).score().low().signum() + base.score().low().signum();
            }
            if (low < 0) { // keeps the JIT from removing the work as dead code
                throw new IllegalStateException("no score is below 0");
            }
            scoring += scored - start;
            judging += judged - scored - (scored - start);
            pairs += sound.size();
        }
        return new Rates(1e9 * pairs / scoring, 1e9 * pairs / judging);
    }
}
