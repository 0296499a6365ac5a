package dev.winnow.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.web.internal.Operation.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations as OpenAPI describes them. */
class OpenApiTest {

    record Place(String file, @Nullable Integer line) {}

    record Other(List<Place> places) {}

    /** Another record of the same name. */
    static final class OpenApiTestOther {}

    private static Reply answer() {
        return Reply.json(1);
    }

    private static JsonNode described(boolean token, Operation... operations) {
        return new ObjectMapper().valueToTree(OpenApi.document(List.of(operations), "/base", token));
    }

    private static Operation reading() {
        return Operation.get(
                "/api/places/other",
                "Reads.",
                Other.class,
                request -> answer(),
                Parameter.required("name", "A name."),
                Parameter.optional("top", "A number.").numberFrom(1));
    }

    private static Operation editing() {
        return Operation.post("/api/places", Access.EDIT, "Edits.", Place.class, Other.class, request -> answer());
    }

    @Test
    void pagesAndTheirPartsAreNotDescribed() {
        assertThat(described(true, Operation.page("/", request -> answer())).path("paths"))
                .isEmpty();
    }

    @Test
    void anOperationIsNamedByMethodAndPath() {
        JsonNode paths = described(true, reading(), editing()).path("paths");
        assertThat(paths.at("/~1api~1places~1other/get/operationId").asText()).isEqualTo("getPlacesOther");
        assertThat(paths.at("/~1api~1places/post/operationId").asText()).isEqualTo("postPlaces");
    }

    @Test
    void parametersHaveTheirKindAndMayBeRequired() {
        JsonNode parameters = described(true, reading()).at("/paths/~1api~1places~1other/get/parameters");
        assertThat(parameters.findValuesAsText("type")).containsExactly("string", "integer");
        assertThat(parameters.findValuesAsText("required")).containsExactly("true", "false");
    }

    @Test
    void aReturnedKeyIsAlwaysPresentAndAReceivedOneMayBeAbsentIfNullable() {
        JsonNode schemas = described(true, reading(), editing()).at("/components/schemas");
        assertThat(schemas.at("/OpenApiTestPlace/required")).hasSize(2);
        assertThat(schemas.at("/OpenApiTestPlace/additionalProperties").isMissingNode())
                .isTrue();
        assertThat(schemas.at("/OpenApiTestPlaceRequest/required")).hasSize(1);
        assertThat(schemas.at("/OpenApiTestPlaceRequest/additionalProperties").asBoolean(true))
                .isFalse();
    }

    @Test
    void onlyAServerWithATokenRefusesRequestsWithoutIt() {
        assertThat(described(true, reading()).findPath("responses").has("401")).isTrue();
        JsonNode open = described(false, reading());
        assertThat(open.findPath("responses").has("401")).isFalse();
        assertThat(open.path("security")).isEmpty();
        assertThat(open.at("/components/responses/UNAUTHORIZED").isMissingNode())
                .isTrue();
    }

    @Test
    void anOperationThatChangesNothingHasNoConflict() {
        JsonNode paths = described(true, reading(), editing()).path("paths");
        assertThat(paths.at("/~1api~1places/post/responses").has("409")).isTrue();
        assertThat(paths.at("/~1api~1places~1other/get/responses").has("409")).isFalse();
    }

    @Test
    void filesAreDescribedByTheirMediaTypes() {
        Operation file = Operation.post("/api/file", Access.READ, "Reads a file.", null, null, request -> answer())
                .consuming("text/csv", "application/octet-stream")
                .producing("application/pdf");
        JsonNode described = described(true, file).at("/paths/~1api~1file/post");
        assertThat(described.at("/requestBody/content").fieldNames())
                .toIterable()
                .containsExactly("text/csv", "application/octet-stream");
        assertThat(described.at("/responses/200/content").fieldNames())
                .toIterable()
                .containsExactly("application/pdf");
    }

    @Test
    void twoRecordsOfOneNameAreRefused() {
        Operation one = Operation.get("/api/one", "One.", Other.class, request -> answer());
        Operation other = Operation.get("/api/other", "Other.", OpenApiTestOther.class, request -> answer());
        assertThatThrownBy(() -> described(true, one, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two records of the API are named OpenApiTestOther");
    }
}
