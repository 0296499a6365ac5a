package dev.winnow.bench;

import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Settings of JMH runs, whose results are printed as Markdown. */
final class JmhRuns {

    private JmhRuns() {}

    /**
     * Returns settings of silent runs that end at the first failure.
     *
     * @param benchmarks a pattern of their names
     */
    static OptionsBuilder of(String benchmarks) {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmarks)
                .jvmArgsPrepend("-Dwinnow.home=" + System.getProperty("winnow.home", "."))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        return options;
    }

    /**
     * Shortens runs for {@code --quick}: one iteration warms up.
     *
     * @param warmup the seconds of the warm-up
     * @param iterations the number of measured iterations
     * @param measured the seconds of a measured iteration
     */
    static void shorten(OptionsBuilder options, int warmup, int iterations, int measured) {
        options.warmupIterations(1)
                .warmupTime(TimeValue.seconds(warmup))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(measured));
    }
}
