package dev.winnow.cli.option;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.lists.ScreeningInputs;
import dev.winnow.analysis.weights.Robustness;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the number of sampled weightings and the seed. */
public final class SampleOptions {

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Sample so many weightings to say how sure verdicts and ranks are, 1 to 1,000,000. Default:"
                    + " 10,000, fewer where very many candidates are screened.")
    private @Nullable Integer samples;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Grow the sampled weightings from this seed, a whole number. Default: 1.")
    private long seed = Robustness.SEED;

    /** Refuses a number that no sample can have. */
    public void check() {
        if (samples != null && (samples < 1 || samples > Robustness.MOST_SAMPLES)) {
            throw new Refusal(Exit.USAGE, Message.of("--samples is a number from 1 to 1,000,000, not `%s`", samples));
        }
    }

    /** How many weightings are sampled; null for the number that follows from the list. */
    public @Nullable Integer samples() {
        return samples;
    }

    /** The seed of the sampled weightings. */
    public long seed() {
        return seed;
    }

    /**
     * What follows from a screening, with such a sample.
     *
     * @param explained whether pairs are explained one by one
     */
    public Insight insight(ScreeningInputs inputs, boolean explained) {
        return Insight.of(
                inputs.pack(), inputs.evaluations(), explained, () -> robustness(inputs.pack(), inputs.evaluations()));
    }

    /** The same for pairs that are not explained; its sampling starts at once in the background. */
    public Insight insightAhead(ScreeningInputs inputs) {
        BackgroundTask<Robustness> sampling = BackgroundTask.of(() -> {
            Robustness robustness = robustness(inputs.pack(), inputs.evaluations());
            robustness.computeAhead();
            return robustness;
        });
        return Insight.of(inputs.pack(), inputs.evaluations(), false, sampling::get);
    }

    private Robustness robustness(RulePack pack, List<Evaluation> evaluations) {
        return samples == null
                ? Robustness.of(pack, evaluations, seed)
                : Robustness.of(pack, evaluations, seed, samples);
    }
}
