package dev.winnow.spring;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Language;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.ScreeningJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A screening with what follows from it. A controller that returns one answers with the JSON contract of winnow, which
 * {@code docs/json.md} describes.
 *
 * @param result what was found
 * @param insight how sure it is; null leaves its members null
 * @param language the language of its texts
 */
public record Screened(ScreeningResult result, @Nullable Insight insight, Language language) {

    /** Number of pairs up to which {@code Robustness} keeps every ranking; those of more pairs would be computed twice. */
    private static final int MAX_SAMPLED_AHEAD = 10_000;

    /** {@return the assessments of what was asked for} */
    public Screening screening() {
        return result.asked();
    }

    /** {@return the JSON contract in UTF-8, as {@code winnow screen -f json} prints it} */
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Samples the weights of each ranking now instead of when it is written, and runs a check after each. */
    void sampleWeights(Runnable check) {
        if (insight == null || result.whole().assessments().size() > MAX_SAMPLED_AHEAD) {
            return;
        }
        insight.robustness().rankings().forEach(ranking -> {
            ranking.standings().get(0); // computed on first access
            check.run();
        });
    }

    /**
     * Writes the JSON contract, without closing the stream. Reasons are found as they are written, so that none of it is kept in
     * memory.
     *
     * @param out receives it in UTF-8
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        ScreeningJson.write(result, insight, Wording.inLanguage(language), out);
    }
}
