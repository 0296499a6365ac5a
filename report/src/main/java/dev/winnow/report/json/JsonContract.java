package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.report.i18n.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What all JSON contracts share: the layout, and the form of numbers, figures and editions. */
public final class JsonContract {

    private JsonContract() {}

    /** Writes JSON in lines, as all contracts have them; closing it leaves the stream open. */
    static JsonGenerator lines(OutputStream out) throws IOException {
        return new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    /** Writes JSON as all contracts have it; closing it leaves the stream open. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(printer());
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    /** Writes a text that may be missing. */
    static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    /** Writes a list, each item by a writer. */
    static <T> void list(JsonGenerator json, String name, Collection<T> items, Writing<? super T> writing)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            writing.write(item);
        }
        json.writeEndArray();
    }

    /** Writes one item of a list. */
    interface Writing<T> {
        void write(T item) throws IOException;
    }

    /** Writes the members for a place in a file. */
    static void place(JsonGenerator json, Place place) throws IOException {
        json.writeStringField("file", place.file());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
    }

    /** Writes a number as contracts have it, or null. */
    static void number(JsonGenerator json, String name, @Nullable BigDecimal number) throws IOException {
        json.writeFieldName(name);
        number(json, number);
    }

    private static void number(JsonGenerator json, @Nullable BigDecimal number) throws IOException {
        if (number == null) {
            json.writeNull();
        } else {
            json.writeNumber(Numbers.contract(number));
        }
    }

    /** Writes the value of a figure: one number, or for a range both ends, of which an unbounded one is null; and its bound. */
    static void figure(JsonGenerator json, Figure figure) throws IOException {
        if (figure.bound() == Bound.BETWEEN) {
            json.writeArrayFieldStart("value");
            number(json, finite(figure.low()));
            number(json, finite(figure.high()));
            json.writeEndArray();
        } else {
            number(json, "value", finite(figure.value()));
        }
        json.writeStringField("bound", figure.bound().id());
    }

    /** A number, or null for the unbounded. */
    static @Nullable BigDecimal finite(Amount number) {
        return number.isUnbounded() ? null : number.decimal();
    }

    /** Writes the members for the editions of the pack and the universe. */
    static void head(JsonGenerator json, Edition pack, Edition universe) throws IOException {
        json.writeObjectFieldStart("pack");
        json.writeStringField("name", pack.name());
        json.writeStringField("version", pack.version());
        json.writeStringField("digest", pack.digest());
        json.writeEndObject();
        json.writeObjectFieldStart("universe");
        json.writeStringField("name", universe.name());
        json.writeStringField("digest", universe.digest());
        json.writeEndObject();
    }

    /** Writes an assumption on which a base case hangs. */
    static void critical(JsonGenerator json, CriticalAssumption critical) throws IOException {
        json.writeStartObject();
        json.writeStringField("fact", critical.fact());
        json.writeStringField("otherwise", critical.otherwise().name());
        json.writeEndObject();
    }
}
