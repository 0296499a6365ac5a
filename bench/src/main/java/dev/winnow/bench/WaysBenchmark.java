package dev.winnow.bench;

import dev.winnow.analysis.internal.paths.DecisionPaths;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Universe;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Finds the questions and the ways to a decision of one pair after the other in a shipped universe, by its pack. The
 * maximum per pair is the end of the distribution, {@code p1.00}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init") // JMH calls prepare() first
public class WaysBenchmark {

    /** The folder of a pack and of a universe that fits it. */
    @Param({"semiconductor", "data-centre"})
    public String facts;

    private Screener screener;
    private Universe universe;
    private ScreeningSession session;
    private List<Assessment> pairs;
    private int next;

    /** Reads the pack and the universe, which is not measured. */
    @Setup
    public void prepare() {
        RulePack pack = RulePack.load(BenchmarkInputs.home().resolve("rules").resolve(facts));
        universe = Universe.read(
                pack.vocabulary(), BenchmarkInputs.home().resolve("seeds").resolve(facts));
        screener = Screener.of(pack);
    }

    /** Screens again, so that an iteration finds no texts of the previous one; not measured. */
    @Setup(Level.Iteration)
    public void screen() {
        session = screener.open(universe);
        pairs = session.screening().assessments();
        next = 0;
    }

    /** Finds the questions and ways of the next pair. */
    @Benchmark
    public void pair(Blackhole hole) {
        Explanation explanation = session.explain(pairs.get(next));
        next = (next + 1) % pairs.size();
        explanation.questions().forEach(hole::consume);
        hole.consume(DecisionPaths.of(session, explanation));
    }
}
