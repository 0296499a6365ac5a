package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.insight.Insight;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes assessments of one screening, each by itself on a line, some at a time and each time to another stream: a text that
 * comes again is put together and encoded once. Not thread-safe.
 */
@Internal
public final class ScreeningLines {

    private final Screening screening;
    private final JsonGenerator json;
    private final ScreeningJson contract;
    private OutputStream to = OutputStream.nullOutputStream();

    /**
     * @param insight analyses of the screening; null for none
     * @param wording the language of its questions
     */
    public ScreeningLines(Screening screening, @Nullable Insight insight, Wording wording) throws IOException {
        this.screening = screening;
        this.json = JsonContract.lines(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                to.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                to.write(bytes, from, length);
            }
        });
        this.contract = new ScreeningJson(json, insight, screening, wording);
    }

    /**
     * Writes some of its assessments, without closing the stream.
     *
     * @param out receives them in UTF-8
     */
    public void write(Stream<Explanation> some, OutputStream out) throws IOException {
        to = out;
        for (Explanation pair : (Iterable<Explanation>) some::iterator) {
            contract.line(screening, pair);
        }
        json.flush();
    }
}
