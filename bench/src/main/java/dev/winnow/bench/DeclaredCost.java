package dev.winnow.bench;

import dev.winnow.bench.DeclaredCostBenchmark.Facts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures the cost of declared facts relative to built-in ones, and prints it as Markdown. Each round runs both in
 * separate Java processes, in alternating order, so that the load of the machine affects both.
 */
public final class DeclaredCost {

    private static final List<String> READ = List.of("scores", "everything");

    private final int rounds;
    private final boolean quick;

    private DeclaredCost(boolean quick) {
        this.quick = quick;
        this.rounds = quick ? 1 : 3;
    }

    /** Measures and prints; with {@code --quick}, once and with short iterations. */
    public static void main(String[] arguments) throws RunnerException {
        new DeclaredCost(List.of(arguments).contains("--quick")).print();
    }

    private void print() throws RunnerException {
        System.out.println("Nanoseconds of the thread's CPU time an assessment, median (lowest–highest) of " + rounds
                + " rounds; the ratio is the median of those of the rounds.");
        System.out.println();
        System.out.println("| read | built-in facts | declared facts | declared ÷ built-in |");
        System.out.println("|---|---|---|---|");
        for (String read : READ) {
            Map<Facts, List<Double>> spent = new EnumMap<>(Facts.class);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                boolean turned = round % 2 == 1;
                double first = nanos(read, turned ? Facts.DECLARED : Facts.BUILT_IN);
                double second = nanos(read, turned ? Facts.BUILT_IN : Facts.DECLARED);
                spent.computeIfAbsent(Facts.BUILT_IN, facts -> new ArrayList<>())
                        .add(turned ? second : first);
                spent.computeIfAbsent(Facts.DECLARED, facts -> new ArrayList<>())
                        .add(turned ? first : second);
                ratios.add(turned ? first / second : second / first);
            }
            Runs ratio = new Runs(ratios);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | **%.2f** (%.2f–%.2f) |%n",
                    read,
                    new Runs(spent.getOrDefault(Facts.BUILT_IN, List.of())).cell(),
                    new Runs(spent.getOrDefault(Facts.DECLARED, List.of())).cell(),
                    ratio.median(),
                    ratio.figures().get(0),
                    ratio.figures().get(ratio.figures().size() - 1));
        }
    }

    /** Returns the CPU time of an assessment: the median of the iterations of one Java process. */
    private double nanos(String read, Facts facts) throws RunnerException {
        OptionsBuilder options = JmhRuns.of(DeclaredCostBenchmark.class.getName() + "\\." + read + "$");
        options.param("facts", facts.name());
        if (quick) {
            JmhRuns.shorten(options, 1, 1, 1);
        }
        List<Double> iterations = new ArrayList<>();
        for (RunResult result : new Runner(options.build()).run()) {
            result.getBenchmarkResults().forEach(fork -> {
                for (IterationResult iteration : fork.getIterationResults()) {
                    iterations.add(Throughput.counted(iteration, "threadNanos")
                            / Throughput.counted(iteration, "assessments"));
                }
            });
        }
        return new Runs(iterations).median();
    }
}
