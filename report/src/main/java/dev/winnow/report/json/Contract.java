package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.SmallWords;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.json.RepeatedText.Repeated;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the records of the JSON contracts. The components of a record are its keys, in order. Every key is
 * present; a value is null only where the component is {@code @Nullable}. {@code docs/json.md} describes them.
 */
@Internal
public final class Contract {

    /** The version of every contract. */
    public static final int SCHEMA = 1;

    /** Number of decimal digits that always fit in a long. */
    private static final int LONG_DIGITS = 18;

    /** Immutable and thread-safe. */
    static final JsonMapper MAPPER = mapper(new JsonFactory()).build();

    private Contract() {}

    /** Returns the mapper of contracts, for additional types. */
    public static JsonMapper.Builder mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .annotationIntrospector(new Introspector())
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .addMixIn(Assumed.class, RepeatedAssumed.class)
                .addModule(new SimpleModule("contract")
                        .addSerializer(BigDecimal.class, writing(Contract::writeNumber))
                        .addSerializer(LocalDate.class, writing((day, json) -> json.writeString(day.toString())))
                        .addSerializer(Message.class, writing((message, json) -> json.writeString(message.toString())))
                        .addDeserializer(LocalDate.class, readingText(LocalDate::parse)))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // New keys may be added within a schema, so readers ignore unknown keys.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Writes a contract, without closing the stream.
     *
     * @param out receives it in UTF-8
     */
    public static void write(Object contract, OutputStream out) throws IOException {
        write(contract, MAPPER, out);
    }

    /** Writes a contract with the given mapper, without closing the stream. */
    public static void write(Object contract, JsonMapper mapper, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out).setPrettyPrinter(layout())) {
            mapper.writeValue(json, contract);
            json.writeRaw('\n');
        }
    }

    /** Writes contracts, one per line, without closing the stream. */
    public static void writeLines(Iterator<?> contracts, OutputStream out) throws IOException {
        writeLines(contracts, MAPPER, out);
    }

    /** Writes contracts, one per line, with the given mapper, without closing the stream. */
    static void writeLines(Iterator<?> contracts, JsonMapper mapper, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            while (contracts.hasNext()) {
                mapper.writeValue(json, contracts.next());
                json.writeRaw('\n');
            }
        }
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
    }

    /** Mix-in that marks the repeated texts of assumed facts. */
    interface RepeatedAssumed {
        @Repeated
        String fact();

        @Repeated
        String reason();
    }

    private static PrettyPrinter layout() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        layout.indentObjectsWith(indenter);
        layout.indentArraysWith(indenter);
        return layout;
    }

    /** Converts items to their contracts. */
    public static <T, C> List<C> list(Collection<T> items, Function<? super T, C> contract) {
        List<C> contracts = new ArrayList<>(items.size()); // a stream would cost more than the items
        for (T item : items) {
            contracts.add(contract.apply(item));
        }
        return contracts;
    }

    /** Writes a number as {@link Numbers#contract} formats it, without intermediate objects. */
    private static void writeNumber(BigDecimal number, JsonGenerator json) throws IOException {
        int scale = number.scale();
        if (scale < 0 || scale > Numbers.CONTRACT_DECIMALS || number.precision() > LONG_DIGITS) {
            json.writeNumber(Numbers.contract(number));
            return;
        }
        long digits = number.scaleByPowerOfTen(scale).longValue();
        while (scale > 0 && digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
        if (scale == 0) {
            json.writeNumber(digits);
            return;
        }
        char[] text = new char[LONG_DIGITS + 3]; // room for a sign, a leading zero and the point
        int at = text.length;
        long rest = Math.abs(digits);
        for (int place = 0; rest > 0 || place <= scale; place++) {
            if (place == scale) {
                text[--at] = '.';
            }
            text[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        if (digits < 0) {
            text[--at] = '-';
        }
        json.writeNumber(text, at, text.length - at);
    }

    /** Returns a value as text; null for null. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Returns the word of a constant. */
    public static String word(Enum<?> constant) {
        if (constant instanceof Bound bound) {
            return bound.id();
        }
        if (constant instanceof Truth truth) {
            return switch (truth) {
                case YES -> "held";
                case NO -> "failed";
                case POSSIBLE -> "open";
            };
        }
        Class<?> type = constant.getDeclaringClass();
        return type.isAnnotationPresent(SmallWords.class) ? constant.name().toLowerCase(Locale.ROOT) : constant.name();
    }

    /** Returns a number; null if it is unbounded. */
    public static @Nullable BigDecimal finite(Amount number) {
        return number.isUnbounded() ? null : number.decimal();
    }

    /** A place in a file. */
    public record Position(String file, int line, int column) {

        public static Position of(Place place) {
            return new Position(place.file(), place.line(), place.column());
        }
    }

    /** Rejects records with a missing component, or with null for a component that is not nullable. */
    private static final class Introspector extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter
                    ? JsonSetter.Value.forValueNulls(isNullable(parameter) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(annotated);
        }

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            Arrays.setAll(names, i -> word(constants[i]));
            return names;
        }

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return member instanceof AnnotatedParameter parameter && !isNullable(parameter);
        }
    }

    /** Returns whether the component of a key may be null. */
    static boolean isNullable(AnnotatedMember member) {
        AnnotatedType type = member instanceof AnnotatedParameter parameter
                        && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                ? constructor.getAnnotatedParameterTypes()[parameter.getIndex()]
                : member.getAnnotated() instanceof Method accessor
                        ? accessor.getAnnotatedReturnType()
                        : ((Field) Objects.requireNonNull(member.getAnnotated())).getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    /** Writes a value with a generator. */
    public interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    /** Reads the value at the position of a parser. */
    public interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    /** Returns a serializer of values. */
    public static <T> JsonSerializer<T> writing(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writing.write(value, json);
            }
        };
    }

    /** Returns a deserializer of values. */
    public static <T> JsonDeserializer<T> reading(Reading<T> reading) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return reading.read(json);
            }
        };
    }

    /**
     * Returns a deserializer of texts.
     *
     * @param reading throws a runtime exception for an unknown text
     */
    public static <T> JsonDeserializer<T> readingText(Function<String, T> reading) {
        return reading(json -> {
            String text = json.getValueAsString("");
            try {
                return reading.apply(text);
            } catch (RuntimeException e) {
                throw new IOException(
                        "`" + text + "` at " + json.currentLocation().getLineNr() + ":"
                                + json.currentLocation().getColumnNr() + " is not one of the values expected here",
                        e);
            }
        });
    }
}
