package dev.winnow.report.json;

import static dev.winnow.model.internal.declared.JsonSchema.anyOf;
import static dev.winnow.model.internal.declared.JsonSchema.list;
import static dev.winnow.model.internal.declared.JsonSchema.map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Derives JSON Schemas, draft 2020-12, from records as a mapper writes them. Jackson itself names the keys, so schema
 * and output cannot differ. Objects are open, since keys may be added within a schema. Each record and each enum
 * becomes a definition, in a form that OpenAPI 3.1 accepts.
 */
final class RecordSchema {

    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.ofEntries(
            Map.entry(Object.class, value()),
            Map.entry(Node.class, Map.of()),
            Map.entry(String.class, map("type", "string")),
            Map.entry(Message.class, map("type", "string")),
            Map.entry(LocalDate.class, map("type", "string", "format", "date")),
            Map.entry(Instant.class, map("type", "string", "format", "date-time")),
            Map.entry(BigDecimal.class, map("type", "number")),
            Map.entry(boolean.class, map("type", "boolean")),
            Map.entry(Boolean.class, map("type", "boolean")),
            Map.entry(int.class, map("type", "integer")),
            Map.entry(Integer.class, map("type", "integer")),
            Map.entry(long.class, map("type", "integer")),
            Map.entry(Long.class, map("type", "integer")),
            Map.entry(double.class, map("type", "number")),
            Map.entry(Double.class, map("type", "number")));

    /** The value of a {@link ScreeningDocument.Measure}: a figure, a range, a text, yes or no, or a list of names. */
    private static Map<String, Object> value() {
        Map<String, Object> range =
                map("type", "array", "items", map("type", List.of("number", "null")), "minItems", 2, "maxItems", 2);
        return anyOf(List.of(
                map("type", "number"),
                range,
                map("type", "string"),
                map("type", "boolean"),
                list(map("type", "string"))));
    }

    private final JsonMapper mapper;
    private final String prefix;
    private final Naming naming;
    private final boolean strict;
    private final Function<String, @Nullable String> descriptions;
    private final Map<JavaType, String> names;
    private final Map<String, Object> definitions;

    /** Names definitions. */
    interface Naming {

        /**
         * Returns the name of the definition of a type.
         *
         * @param taken the names of other types
         */
        String of(Class<?> type, Collection<String> taken);
    }

    /**
     * @param mapper the mapper that writes the records
     * @param prefix the prefix of references to definitions, such as {@code #/$defs/}
     * @param descriptions returns the description of a key by its path, such as {@code links[].status}; null if there
     *     is none
     */
    RecordSchema(JsonMapper mapper, String prefix, Function<String, @Nullable String> descriptions) {
        this(mapper, prefix, RecordSchema::simple, false, descriptions, new LinkedHashMap<>(), new TreeMap<>());
    }

    private RecordSchema(
            JsonMapper mapper,
            String prefix,
            Naming naming,
            boolean strict,
            Function<String, @Nullable String> descriptions,
            Map<JavaType, String> names,
            Map<String, Object> definitions) {
        this.mapper = mapper;
        this.prefix = prefix;
        this.naming = naming;
        this.strict = strict;
        this.descriptions = descriptions;
        this.names = names;
        this.definitions = definitions;
    }

    private static String simple(Class<?> type, Collection<String> taken) {
        return taken.contains(type.getSimpleName())
                ? type.getEnclosingClass().getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
    }

    /** Returns the same with other names of definitions. */
    RecordSchema named(Naming other) {
        return new RecordSchema(mapper, prefix, other, strict, descriptions, names, definitions);
    }

    /** Returns the same with other descriptions, for a further document that shares the definitions. */
    RecordSchema described(Function<String, @Nullable String> others) {
        return new RecordSchema(mapper, prefix, naming, strict, others, names, definitions);
    }

    /**
     * Returns the same for records that are read from a request: unknown keys are refused, and a key whose value may be
     * null may be absent. Its definitions are added to the others, under names of their own.
     */
    RecordSchema strict(Naming other) {
        return new RecordSchema(mapper, prefix, other, true, descriptions, new LinkedHashMap<>(), definitions);
    }

    /** Returns the definitions of all records and enums referred to so far, by name. */
    Map<String, Object> definitions() {
        return definitions;
    }

    /**
     * Returns a reference to the definition of a record, and adds that definition.
     *
     * @param path the path of the record in its document; empty for the document itself
     */
    Map<String, Object> of(Class<?> type, String path) {
        return of(mapper.constructType(type), path);
    }

    private Map<String, Object> of(JavaType type, String path) {
        Map<String, Object> scalar = SCALARS.get(type.getRawClass());
        if (scalar != null) {
            return scalar;
        }
        if (type.isMapLikeType()) {
            return map(
                    "type", "object",
                    "propertyNames", of(type.getKeyType(), path),
                    "additionalProperties", of(type.getContentType(), path + ".*"));
        }
        if (type.isCollectionLikeType() || type.isTypeOrSubTypeOf(Iterator.class)) {
            return list(of(type.containedType(0), path + "[]"));
        }
        return map("$ref", prefix + definition(type, path));
    }

    private String definition(JavaType type, String path) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        Class<?> raw = type.getRawClass();
        String name = naming.of(raw, names.values());
        names.put(type, name);
        Shape shape = new Shape(path);
        try {
            mapper.acceptJsonFormatVisitor(type, shape);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("no schema of " + raw.getName(), e);
        }
        Map<String, Object> schema = shape.schema();
        Object other = definitions.put(name, schema);
        if (other != null && !other.equals(schema)) {
            throw new IllegalStateException("two definitions are named " + name);
        }
        return name;
    }

    /** The shape of a record or an enum, as Jackson reports it. */
    private final class Shape extends JsonFormatVisitorWrapper.Base {

        private final String path;
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private final List<String> required = new ArrayList<>();
        private final List<Map<String, Object>> alternatives = new ArrayList<>();
        private final List<String> constants = new ArrayList<>();

        Shape(String path) {
            this.path = path;
        }

        Map<String, Object> schema() {
            if (!constants.isEmpty()) {
                return map("type", "string", "enum", constants);
            }
            Map<String, Object> schema = map("type", "object", "properties", properties, "required", required);
            if (!alternatives.isEmpty()) {
                schema.put("anyOf", alternatives);
            }
            if (strict) {
                schema.put("additionalProperties", false);
            }
            return schema;
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            return new JsonStringFormatVisitor.Base() {
                @Override
                public void enumTypes(Set<String> all) {
                    constants.addAll(all);
                }
            };
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            return new JsonObjectFormatVisitor.Base(getProvider()) {
                @Override
                public void property(BeanProperty property) {
                    add(property);
                }

                @Override
                public void optionalProperty(BeanProperty property) {
                    add(property);
                }
            };
        }

        private void add(BeanProperty property) {
            Class<?>[] permitted = property.getType().getRawClass().getPermittedSubclasses();
            if (permitted != null && property.getAnnotation(JsonUnwrapped.class) != null) {
                Stream.of(permitted).forEach(one -> alternatives.add(RecordSchema.this.of(one, path)));
                return;
            }
            String key = property.getName();
            String place = path.isEmpty() ? key : path + "." + key;
            Map<String, Object> schema = new LinkedHashMap<>();
            String description = descriptions.apply(place);
            if (description != null) {
                schema.put("description", description);
            }
            boolean absent = ((BeanPropertyWriter) property).willSuppressNulls();
            Map<String, Object> value = of(property.getType(), place);
            boolean nullable = Contract.isNullable(property.getMember()) && !absent && !value.isEmpty();
            schema.putAll(nullable ? anyOf(value, map("type", "null")) : value);
            properties.put(key, schema);
            if (!absent && !(strict && nullable)) {
                required.add(key);
            }
        }
    }
}
