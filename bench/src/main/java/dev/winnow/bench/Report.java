package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark and prints what came of it as Markdown. */
public final class Report {

    private Report() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(ScreeningBenchmark.class.getName())
                .jvmArgsPrepend("-Dwinnow.home=" + System.getProperty("winnow.home", "."))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors; %s %s; Java %s (%s)%n%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"));
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
        List<Double> rates = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> 1e9 * counted(iteration, "assessments") / counted(iteration, clock))
                .sorted()
                .toList();
        return String.format(
                Locale.ROOT,
                "**%,.0f** (%,.0f–%,.0f)",
                rates.get(rates.size() / 2),
                rates.get(0),
                rates.get(rates.size() - 1));
    }

    private static double counted(IterationResult iteration, String counter) {
        Result<?> counted = iteration.getSecondaryResults().get(counter);
        if (counted == null) {
            throw new IllegalStateException("nothing counted as " + counter);
        }
        return counted.getScore();
    }

    /** What the system calls the processor; nothing more than "processor" where it does not say. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }
}
