package dev.winnow.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Measures the time for the questions and ways of one pair in a warm JVM, and prints it as Markdown. */
public final class WaysToDecide {

    private WaysToDecide() {}

    /** Runs the benchmark; {@code --quick} with short iterations. */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = JmhRuns.of(WaysBenchmark.class.getName());
        if (List.of(arguments).contains("--quick")) {
            JmhRuns.shorten(options, 2, 1, 2);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println("Milliseconds a pair by the clock, in a warm Java.");
        System.out.println();
        System.out.println("| universe | pairs | mean | median | 95 % within | at most |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (RunResult result : results) {
            Statistics spent = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %.1f | %.1f | **%.1f** |%n",
                    result.getParams().getParam("facts"),
                    spent.getN(),
                    spent.getMean(),
                    spent.getPercentile(50),
                    spent.getPercentile(95),
                    spent.getMax());
        }
    }
}
