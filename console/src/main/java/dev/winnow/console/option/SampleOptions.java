package dev.winnow.console.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the number of sampled weightings and the seed. */
public final class SampleOptions {

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Number of sampled weightings, which show how sure verdicts and ranks are, 1 to"
                    + " 1,000,000. Default: 10,000, fewer for very many candidates.")
    private @Nullable Integer samples;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Random seed of the sampled weightings, a whole number. Default: 1.")
    private long seed = Robustness.SEED;

    /** Refuses a number of samples out of range. */
    public void check() {
        if (samples != null && (samples < 1 || samples > Robustness.MOST_SAMPLES)) {
            throw new Refusal(
                    Exit.USAGE, Message.of("--samples must be a number from 1 to 1,000,000, not `%s`", samples));
        }
    }

    /** Returns the number of sampled weightings; null for the default, which depends on the number of candidates. */
    public @Nullable Integer samples() {
        return samples;
    }

    /** Returns the seed of the sampled weightings. */
    public long seed() {
        return seed;
    }

    /**
     * Returns the analyses of a screening with this sample.
     *
     * @param explained whether pairs are explained one by one
     */
    public Insight insight(ScreeningResult result, boolean explained) {
        return Insight.of(
                result.session(),
                explained,
                () -> robustness(result, result.whole().assessments()));
    }

    /**
     * Returns the analyses for pairs that are not explained; sampling starts in the background at once.
     *
     * @param assessments the assessments whose rankings are requested
     */
    public Insight insightAhead(ScreeningResult result, List<Assessment> assessments) {
        BackgroundTask<Robustness> sampling = BackgroundTask.of(() -> {
            Robustness robustness = robustness(result, assessments);
            robustness.computeAhead(result.asked().assessments());
            return robustness;
        });
        return Insight.of(result.session(), false, sampling::get);
    }

    private Robustness robustness(ScreeningResult result, List<Assessment> assessments) {
        return samples == null
                ? Robustness.of(result.session(), assessments, seed)
                : Robustness.of(result.session(), assessments, seed, samples);
    }
}
