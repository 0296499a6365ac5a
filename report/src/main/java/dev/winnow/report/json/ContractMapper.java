package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.winnow.model.result.Side;
import dev.winnow.report.i18n.Numbers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes the records of contracts: each key is there, and null only where it may be. */
final class ContractMapper {

    /** Immutable once it is made, and thread-safe. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new Introspector())
            .addModule(new SimpleModule("contract")
                    .addSerializer(
                            BigDecimal.class, writer((number, json) -> json.writeNumber(Numbers.contract(number))))
                    .addSerializer(LocalDate.class, writer((day, json) -> json.writeString(day.toString())))
                    .addSerializer(
                            Side.class,
                            writer((side, json) -> json.writeString(side.name().toLowerCase(Locale.ROOT))))
                    .addDeserializer(LocalDate.class, reader(ContractMapper::day))
                    .addDeserializer(Side.class, reader(ContractMapper::side)))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A key may be added within a schema: who does not know it ignores it.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ContractMapper() {}

    /** Refuses null where a component may not be null. */
    private static final class Introspector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            if (annotated instanceof AnnotatedParameter parameter
                    && parameter.getOwner() instanceof AnnotatedConstructor constructor) {
                boolean nullable = constructor
                        .getAnnotated()
                        .getAnnotatedParameterTypes()[parameter.getIndex()]
                        .isAnnotationPresent(Nullable.class);
                return JsonSetter.Value.forValueNulls(nullable ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
            }
            return super.findSetterInfo(annotated);
        }
    }

    /** Writes a value by a generator. */
    private interface Writer<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private static <T> JsonSerializer<T> writer(Writer<T> writer) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writer.write(value, json);
            }
        };
    }

    /** Reads a value of a text. */
    private interface Reader<T> {
        @Nullable
        T read(String text);
    }

    private static <T> JsonDeserializer<T> reader(Reader<T> reader) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getValueAsString("");
                T value = reader.read(text);
                if (value == null) {
                    throw new IOException(
                            "`" + text + "` at " + json.currentLocation().getLineNr() + ":"
                                    + json.currentLocation().getColumnNr() + " is none of those that there may be");
                }
                return value;
            }
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Side side(String text) {
        for (Side side : Side.values()) {
            if (side.name().toLowerCase(Locale.ROOT).equals(text)) {
                return side;
            }
        }
        return null;
    }

    /** Reads what may be a number, a text, true or false, or a list of them. */
    static final class ValueReader extends JsonDeserializer<Object> {

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return switch (json.currentToken()) {
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDecimalValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case START_ARRAY -> list(json, context);
                default -> json.getText();
            };
        }

        private List<@Nullable Object> list(JsonParser json, DeserializationContext context) throws IOException {
            List<@Nullable Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(json.currentToken() == JsonToken.VALUE_NULL ? null : deserialize(json, context));
            }
            return values;
        }
    }
}
