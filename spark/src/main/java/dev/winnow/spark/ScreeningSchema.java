package dev.winnow.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.report.json.OutputSchema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The result columns, which {@code docs/spark.md} describes. New columns may be appended. */
public final class ScreeningSchema {

    /** The column in which Spark's readers return lines that they cannot parse. */
    public static final String CORRUPT = "_corrupt_record";

    private static final DataType NUMBER = DataTypes.createDecimalType(18, 6);

    /** One row per project and city: the keys of the line that {@code winnow screen -f ndjson} prints for it. */
    public static final StructType ASSESSMENTS = line();

    /** One row per refused row. */
    public static final StructType REFUSED =
            StructType.fromDDL("project string, problems array<string> not null, row string not null");

    private ScreeningSchema() {}

    /** Returns the columns for some fields of an assessment, after those that every line has. */
    static StructType of(Collection<String> fields) {
        return DataTypes.createStructType(Stream.of(ASSESSMENTS.fields())
                .filter(column -> fields.contains(column.name()) || !Settings.FIELDS.contains(column.name()))
                .toList());
    }

    /** Returns the keys that a line always has, by the JSON Schema of its contract. */
    private static StructType line() {
        JsonNode schema = new ObjectMapper()
                .valueToTree(OutputSchema.ALL.stream()
                        .filter(one -> one.name().equals("screen-line"))
                        .findFirst()
                        .orElseThrow()
                        .schema());
        JsonNode definitions = schema.path("$defs");
        JsonNode line = definitions.path("Line");
        Set<String> always = new HashSet<>();
        line.path("required").forEach(key -> always.add(key.asText()));
        return struct(line, definitions, always::contains);
    }

    private static StructType struct(JsonNode object, JsonNode definitions, Predicate<String> keys) {
        return DataTypes.createStructType(object.path("properties").properties().stream()
                .filter(property -> keys.test(property.getKey()))
                .map(property ->
                        DataTypes.createStructField(property.getKey(), type(property.getValue(), definitions), true))
                .toList());
    }

    /** Returns the type of the values that a JSON Schema allows; a text if they are of several types. */
    private static DataType type(JsonNode schema, JsonNode definitions) {
        if (schema.has("$ref")) {
            return type(definitions.path(schema.path("$ref").asText().replace("#/$defs/", "")), definitions);
        }
        JsonNode alternatives = schema.path("anyOf");
        if (alternatives.path(1).path("type").asText().equals("null")) {
            return type(alternatives.path(0), definitions);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> struct(schema, definitions, key -> true);
            case "array" -> DataTypes.createArrayType(type(schema.path("items"), definitions), true);
            case "integer" -> DataTypes.IntegerType;
            case "number" -> NUMBER;
            case "boolean" -> DataTypes.BooleanType;
            default -> schema.path("format").asText().equals("date") ? DataTypes.DateType : DataTypes.StringType;
        };
    }
}
