package dev.winnow.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes compact JSON for a page: no blanks, and lists rather than objects. */
final class PageJson {

    private final JsonGenerator json;

    private PageJson(JsonGenerator json) {
        this.json = json;
    }

    /** Returns the bytes of a value, in UTF-8. */
    static byte[] of(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            writing.write(new PageJson(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    PageJson object(Writing inside) throws IOException {
        json.writeStartObject();
        inside.write(this);
        json.writeEndObject();
        return this;
    }

    PageJson array(Writing inside) throws IOException {
        json.writeStartArray();
        inside.write(this);
        json.writeEndArray();
        return this;
    }

    /** Writes the name of the next value. */
    PageJson name(String name) throws IOException {
        json.writeFieldName(name);
        return this;
    }

    PageJson text(String text) throws IOException {
        json.writeString(text);
        return this;
    }

    PageJson number(long number) throws IOException {
        json.writeNumber(number);
        return this;
    }

    /** Writes a number with at most the decimals of the JSON contract. */
    PageJson number(BigDecimal number) throws IOException {
        json.writeNumber(Numbers.contract(number));
        return this;
    }

    PageJson span(ScoreInterval span) throws IOException {
        return number(span.low()).number(span.high());
    }

    <T> PageJson list(List<T> items, Each<T> each) throws IOException {
        return array(inside -> {
            for (T item : items) {
                each.write(item);
            }
        });
    }

    /** Ends a line. Values on lines of their own are read separately. */
    void line() throws IOException {
        json.writeRaw('\n');
    }

    interface Writing {
        void write(PageJson json) throws IOException;
    }

    interface Each<T> {
        void write(T item) throws IOException;
    }
}
