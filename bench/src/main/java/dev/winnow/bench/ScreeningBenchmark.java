package dev.winnow.bench;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.model.universe.Universe;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Screens 2,000 generated projects in 10 generated cities by the shipped pack, on one thread. JMH counts screenings;
 * the relevant figures are in {@link Spent}.
 *
 * <p>The system property {@code winnow.home} names the checkout; by default it is the working directory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 7, time = 4)
// One collector thread and a fixed heap, so that the CPU time does not depend on the machine's cores and memory.
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms2g", "-Xmx2g"})
@SuppressWarnings("NullAway.Init") // JMH calls prepare() first
public class ScreeningBenchmark {

    private static final int PROJECTS = 2_000;
    private static final int CITIES = 10;

    /** The evaluator of the rules. */
    @Param({"FUSED", "PHREAK"})
    public Matcher evaluator;

    private Universe universe;
    private Screener screener;

    /** Generates the universe and compiles the pack, which is not measured. */
    @Setup
    public void prepare() {
        universe = BenchmarkInputs.synthesis().draw(PROJECTS, CITIES);
        screener = Screener.of(RulePack.load(BenchmarkInputs.rules()), evaluator);
    }

    /** Reads both passes: scores, verdicts and ranks, without reasons. */
    @Benchmark
    public void scores(Spent spent, Blackhole hole) {
        Reading.scores(screener, universe, spent, hole);
    }

    /** Reads everything: also every finding, open rule and question of every assessment, in words. */
    @Benchmark
    public void everything(Spent spent, Blackhole hole) {
        Reading.everything(screener, universe, spent, hole);
    }
}
