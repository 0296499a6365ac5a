package dev.winnow.bench.peers;

import dev.winnow.bench.Runs;
import dev.winnow.bench.peers.Contestant.Label;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Checks that all engines agree, measures them and prints the results as Markdown. */
public final class Report {

    /** Number of Java processes per measurement: compiled code differs from one process to the next. */
    private static final int JAVAS = 3;

    private static final int QUICK_PROJECTS = 100;

    private final Path home = Path.of(System.getProperty("winnow.home", "."));
    private final boolean quick;
    private final int projects;
    private final Map<Contestant, Measured> measured = new LinkedHashMap<>();

    private Report(boolean quick) {
        this.quick = quick;
        this.projects = quick ? QUICK_PROJECTS : PeersBenchmark.PROJECTS;
    }

    /**
     * The measurement of an engine.
     *
     * @param byThread assessments per second of CPU time of the thread; null if unknown
     * @param byProcess assessments per second of CPU time of the process; null if not measured
     * @param instead the reason for not measuring it
     */
    private record Measured(
            @Nullable Runs byThread, @Nullable Runs byProcess, String instead) {}

    /**
     * Runs the comparison; with {@code --quick}, few projects and short iterations.
     *
     * @throws IllegalStateException if an engine awards other points than winnow
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Report report = new Report(List.of(arguments).contains("--quick"));
        Comparison comparison = Comparison.of(report.home, report.projects, PeersBenchmark.CITIES);
        Agreement agreement = new Agreement(Screener.of(RulePack.load(comparison.pack()))
                .open(comparison.universe())
                .result());
        for (Engine engine : Engine.values()) {
            if (!engine.isWinnow()) {
                report.say(engine, "checking");
                agreement.check(
                        engine.label().title(),
                        Round.of(engine.peer(), comparison.facts(), comparison.projects(report.projects)));
            }
        }
        for (Engine engine : Engine.values()) {
            report.say(engine, "measuring");
            report.measure(engine);
        }
        report.measureNode(comparison, agreement);
        report.print();
        System.exit(0); // engines may leave threads running
    }

    private void say(Contestant contestant, String what) {
        System.err.println("bench: peers: " + what + " " + contestant.label().title() + "…");
    }

    private void measure(Engine engine) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(PeersBenchmark.class.getName())
                .param("engine", engine.name())
                .jvmArgsPrepend("-Dwinnow.home=" + home, "-Dwinnow.peers.projects=" + projects)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (quick) {
            options.warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(500))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(300));
        } else if (engine == Engine.HAND_WRITTEN || engine == Engine.FUSED) {
            options.forks(JAVAS); // their results differ by hundredths
        }
        RunResult result = new Runner(options.build()).runSingle();
        measured.put(engine, new Measured(rates(result, "threadNanos"), rates(result, "processNanos"), ""));
    }

    private void measureNode(Comparison comparison, Agreement agreement) throws IOException, InterruptedException {
        NodeHost node = new NodeHost(home);
        String instead = node.install();
        if (instead == null) {
            node.give(comparison);
        }
        for (NodeEngine engine : NodeEngine.values()) {
            if (instead != null) {
                measured.put(engine, new Measured(null, null, "not measured: " + instead));
                continue;
            }
            say(engine, "checking and measuring");
            List<NodeHost.Measurement> measurements = node.measure(engine, quick ? 1 : 3, quick ? 3 : 5);
            agreement.check(engine.label().title(), node.answered(engine));
            List<Double> rates = new ArrayList<>();
            measurements.forEach(one -> rates.add(one.assessments() / one.cpuSeconds()));
            measured.put(engine, new Measured(null, new Runs(rates), ""));
        }
    }

    private static Runs rates(RunResult result, String clock) {
        return new Runs(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> 1e9 * counted(iteration, "assessments") / counted(iteration, clock))
                .toList());
    }

    private static double counted(IterationResult iteration, String counter) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter)
                .getScore();
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%d rules of the shipped pack, %,d invented projects in %d cities, certain and possible; before"
                        + " anything was measured, all came to the same awards, scores and verdicts for every pair."
                        + " Assessments a second: median (lowest–highest). Of Node the CPU time of a thread is not"
                        + " known.%n%n",
                Rule.all().size(),
                projects,
                PeersBenchmark.CITIES);
        System.out.println("| engine | version | by CPU time of the thread | by CPU time of the process"
                + " | part of by hand | winnow, fused, is so many times as fast |");
        System.out.println("|---|---|---|---|---|---|");
        Measured byHand = measured.get(Engine.HAND_WRITTEN);
        Measured fused = measured.get(Engine.FUSED);
        measured.forEach((contestant, rates) -> {
            Label label = contestant.label();
            if (rates.byProcess() == null) {
                System.out.printf("| %s | %s | %s | | | |%n", label.title(), label.version(), rates.instead());
            } else {
                System.out.printf(
                        "| %s | %s | %s | %s | %s | %s |%n",
                        label.title(),
                        label.version(),
                        rates.byThread() == null ? "" : rates.byThread().cell(),
                        rates.byProcess().cell(),
                        ratio(rates, byHand, "%.3f"),
                        contestant == Engine.FUSED ? "" : ratio(fused, rates, "%,.1f"));
            }
        });
        System.out.println();
        System.out.println("Ratios are by CPU time of the process, which is known of all.");
        System.out.println();
        System.out.println("| engine | says itself | the host does for it, which is measured too | licence |");
        System.out.println("|---|---|---|---|");
        measured.keySet()
                .forEach(contestant -> System.out.printf(
                        "| %s | %s | %s | %s |%n",
                        contestant.label().title(),
                        contestant.parts().own(),
                        contestant.parts().hosts(),
                        contestant.label().licence()));
    }

    /** The ratio of two medians. */
    private static String ratio(@Nullable Measured one, @Nullable Measured other, String form) {
        Runs above = one == null ? null : one.byProcess();
        Runs below = other == null ? null : other.byProcess();
        return above == null || below == null ? "" : String.format(Locale.ROOT, form, above.median() / below.median());
    }
}
