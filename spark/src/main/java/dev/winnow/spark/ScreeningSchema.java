package dev.winnow.spark;

import dev.winnow.report.json.OutputSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The result columns, which {@code docs/spark.md} describes. New columns may be appended. */
public final class ScreeningSchema {

    /** The column in which Spark's readers return lines that they cannot parse. */
    public static final String CORRUPT = "_corrupt_record";

    private static final DataType NUMBER = DataTypes.createDecimalType(18, 6);

    /** One row per project and city: the keys of the line that {@code winnow screen -f ndjson} prints for it. */
    public static final StructType ASSESSMENTS = line("screen-line");

    /** One row per refused row. */
    public static final StructType REFUSED =
            StructType.fromDDL("project string, problems array<string> not null, row string not null");

    private ScreeningSchema() {}

    /** Returns the columns for some fields of an assessment, after those that every line has. */
    static StructType of(Collection<String> fields) {
        List<StructField> columns = new ArrayList<>();
        for (StructField column : ASSESSMENTS.fields()) {
            if (!Settings.FIELDS.contains(column.name()) || fields.contains(column.name())) {
                columns.add(column);
            }
        }
        return DataTypes.createStructType(columns);
    }

    /** Returns the keys that a line always has, by the JSON Schema of its contract. */
    private static StructType line(String name) {
        Map<?, ?> schema = OutputSchema.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .schema();
        Map<?, ?> definitions = (Map<?, ?>) schema.get("$defs");
        Map<?, ?> line = (Map<?, ?>) definitions.get("Line");
        StructType all = (StructType) type(line, definitions);
        List<?> always = (List<?>) line.get("required");
        return DataTypes.createStructType(List.of(all.fields()).stream()
                .filter(column -> always.contains(column.name()))
                .toList());
    }

    /** Returns the type of the values that a JSON Schema allows; a text if they are of several types. */
    private static DataType type(Map<?, ?> schema, Map<?, ?> definitions) {
        if (schema.get("$ref") instanceof String reference) {
            return type((Map<?, ?>) definitions.get(reference.substring(reference.lastIndexOf('/') + 1)), definitions);
        }
        if (schema.get("anyOf") instanceof List<?> alternatives) {
            return alternatives.size() == 2 && Map.of("type", "null").equals(alternatives.get(1))
                    ? type((Map<?, ?>) alternatives.get(0), definitions)
                    : DataTypes.StringType;
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> {
                List<StructField> fields = new ArrayList<>();
                ((Map<?, ?>) schema.get("properties"))
                        .forEach((key, value) -> fields.add(DataTypes.createStructField(
                                (String) key, type((Map<?, ?>) value, definitions), true)));
                yield DataTypes.createStructType(fields);
            }
            case "array" -> DataTypes.createArrayType(type((Map<?, ?>) schema.get("items"), definitions), true);
            case "integer" -> DataTypes.IntegerType;
            case "number" -> NUMBER;
            case "boolean" -> DataTypes.BooleanType;
            default -> "date".equals(schema.get("format")) ? DataTypes.DateType : DataTypes.StringType;
        };
    }
}
