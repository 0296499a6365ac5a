package dev.winnow.spark;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The result columns, which {@code docs/spark.md} describes. New columns may be appended. */
public final class ScreeningSchema {

    /** The column in which Spark's readers return lines that they cannot parse. */
    public static final String CORRUPT = "_corrupt_record";

    private static final DataType SCORE = DataTypes.createDecimalType(9, 6);
    private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);

    /** One row per project and city. */
    public static final StructType ASSESSMENTS = new StructType(new StructField[] {
        column("project", DataTypes.StringType, false),
        column("city", DataTypes.StringType, false),
        column("asOf", DataTypes.DateType, false),
        column("verdict", DataTypes.StringType, false),
        column("because", DataTypes.StringType, false),
        column("scoreLow", SCORE, false),
        column("scoreHigh", SCORE, false),
        column("binds", DataTypes.StringType, false),
        column("known", SCORE, false),
        column("cityLow", SCORE, false),
        column("cityHigh", SCORE, false),
        column("projectLow", SCORE, false),
        column("projectHigh", SCORE, false),
        column("district", DataTypes.StringType, true),
        column("possible", TEXTS, false),
        column("json", DataTypes.StringType, true)
    });

    /** One row per refused row. */
    public static final StructType REFUSED = new StructType(new StructField[] {
        column("project", DataTypes.StringType, true),
        column("problems", TEXTS, false),
        column("row", DataTypes.StringType, false)
    });

    private ScreeningSchema() {}

    private static StructField column(String name, DataType type, boolean nullable) {
        return DataTypes.createStructField(name, type, nullable);
    }
}
