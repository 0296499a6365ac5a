package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the workbench's operations by OpenAPI. */
class OpenApiTest {

    private static ServedApi served;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        served = new ServedApi("serve", "--no-browser", "-u", "illustrative", "-r", "battery");
        document = new ObjectMapper().readTree(served.get("openapi.json").body());
    }

    @AfterAll
    static void close() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void isValidByTheSchemaOfOpenApi() throws IOException {
        String schema = Files.readString(Path.of("src/test/resources/openapi/schema-3.1.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(document))
                .isEmpty();
    }

    @Test
    void everyReferenceLeadsToAComponent() {
        List<String> references =
                document.findValues("$ref").stream().map(JsonNode::asText).toList();
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(document.at(one.substring(1)).isMissingNode())
                        .as(one)
                        .isFalse());
    }

    @Test
    void everyComponentIsReferredTo() {
        TreeSet<String> unused = new TreeSet<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(unused::add);
        document.findValues("$ref").forEach(one -> unused.remove(one.asText().replaceAll(".*/", "")));
        assertThat(unused).isEmpty();
    }

    @Test
    void everySchemaIsValidByItsDialect() {
        Schema dialect = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(document.at("/components/schemas"))
                .hasSizeGreaterThan(3)
                .allSatisfy(one -> assertThat(dialect.validate(one)).isEmpty());
    }
}
