package dev.winnow.bench;

import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How benchmarks are run by JMH, whose results are printed as Markdown. */
final class JmhRuns {

    private JmhRuns() {}

    /**
     * Runs that say nothing and end at the first failure.
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
     * Makes runs short, for {@code --quick}: one iteration warms up.
     *
     * @param warmup the seconds of that one
     * @param iterations how many are measured
     * @param measured the seconds of each of these
     */
    static void shorten(OptionsBuilder options, int warmup, int iterations, int measured) {
        options.warmupIterations(1)
                .warmupTime(TimeValue.seconds(warmup))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(measured));
    }
}
