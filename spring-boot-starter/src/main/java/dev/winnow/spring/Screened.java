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
 * A screening with its analyses. A controller that returns an instance answers with winnow's JSON contract, which
 * {@code docs/json.md} describes.
 *
 * @param result the screening
 * @param insight the analyses; null to write their members as null
 * @param language the language of the texts
 */
public record Screened(ScreeningResult result, @Nullable Insight insight, Language language) {

    /**
     * Number of pairs up to which {@code Robustness} keeps every ranking. With more pairs, sampling ahead would compute
     * them twice.
     */
    private static final int MAX_SAMPLED_AHEAD = 10_000;

    /** {@return the assessments that were requested} */
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
     * Writes the JSON contract without closing the stream. Reasons are computed as they are written, so that memory use
     * stays small.
     *
     * @param out receives UTF-8
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        ScreeningJson.write(result, insight, Wording.inLanguage(language), out);
    }
}
