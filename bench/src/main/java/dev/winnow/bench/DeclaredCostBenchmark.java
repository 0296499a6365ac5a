package dev.winnow.bench;

import dev.winnow.engine.Screener;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
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
 * Screens one universe by rules over built-in facts, or by the same rules over declared facts: {@link DeclaredTwin}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init") // JMH calls prepare() first
public class DeclaredCostBenchmark {

    private static final int PROJECTS = 1_000;
    private static final int CITIES = 10;

    /** The kind of facts that the rules read. */
    public enum Facts {
        BUILT_IN,
        DECLARED
    }

    /** The kind of facts that the rules read. */
    @Param({"BUILT_IN", "DECLARED"})
    public Facts facts;

    private Universe universe;
    private Screener screener;

    /** Generates the universe and reads the pack, which is not measured. */
    @Setup
    public void prepare() throws IOException {
        DeclaredTwin twin = new DeclaredTwin(BenchmarkInputs.rules());
        universe = twin.draw(BenchmarkInputs.synthesis(), PROJECTS, CITIES);
        screener = Screener.of(facts == Facts.DECLARED ? twin.declared() : twin.builtIn());
    }

    /** Screens for scores, verdicts and ranks. */
    @Benchmark
    public void scores(Spent spent, Blackhole hole) {
        Reading.scores(screener, universe, spent, hole);
    }

    /** Screens, and writes everything in words. */
    @Benchmark
    public void everything(Spent spent, Blackhole hole) {
        Reading.everything(screener, universe, spent, hole);
    }
}
