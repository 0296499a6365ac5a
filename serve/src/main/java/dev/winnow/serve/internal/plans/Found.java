package dev.winnow.serve.internal.plans;

import dev.winnow.report.internal.document.Document;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The result of a search.
 *
 * @param document its document
 * @param json writes its contract
 */
public record Found(Document document, Writing json) {

    /** Writes to a stream. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
