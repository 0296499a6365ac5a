package dev.winnow.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark and prints the results as Markdown. */
public final class Throughput {

    private Throughput() {}

    /** Runs the benchmark; {@code --quick} with short iterations. */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = JmhRuns.of(ScreeningBenchmark.class.getName());
        if (List.of(arguments).contains("--quick")) {
            JmhRuns.shorten(options, 2, 3, 1);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println("Assessments a second: median (lowest–highest) of the iterations.");
        System.out.println();
        System.out.println(
                "| evaluator | read | by CPU time of the thread | by CPU time of the process | by the clock |");
        System.out.println("|---|---|---|---|---|");
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            System.out.printf(
                    "| %s | %s | %s | %s | %s |%n",
                    result.getParams().getParam("evaluator").toLowerCase(Locale.ROOT),
                    name.substring(name.lastIndexOf('.') + 1),
                    rates(result, "threadNanos"),
                    rates(result, "processNanos"),
                    rates(result, "wallNanos"));
        }
    }

    private static String rates(RunResult result, String clock) {
        return new Runs(result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(iteration -> 1e9 * counted(iteration, "assessments") / counted(iteration, clock))
                        .toList())
                .cell();
    }

    static double counted(IterationResult iteration, String counter) {
        Result<?> counted = iteration.getSecondaryResults().get(counter);
        if (counted == null) {
            throw new IllegalStateException("nothing counted as " + counter);
        }
        return counted.getScore();
    }
}
