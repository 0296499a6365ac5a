package dev.winnow.web.internal;

import static dev.winnow.model.internal.declared.JsonSchema.list;
import static dev.winnow.model.internal.declared.JsonSchema.map;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.report.json.ComponentSchemas;
import dev.winnow.report.json.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Describes operations by OpenAPI 3.1. Each operation with a summary is described, with the schemas of the records that
 * it receives and returns. Its version is that of the JSON contract.
 */
public final class OpenApi {

    /** The path of the description. */
    public static final String PATH = "/openapi.json";

    private static final String PROBLEM = "application/problem+json";
    private static final String TOKEN = "token";

    /** Statuses of refused requests, and when they occur. */
    private static final Map<Status, String> REFUSALS = Map.of(
            Status.BAD_REQUEST, "A parameter is missing, unknown or wrong.",
            Status.UNAUTHORIZED, "The token is missing or wrong.",
            Status.FORBIDDEN, "The request is not allowed.",
            Status.NOT_FOUND, "The request names something that does not exist.",
            Status.CONFLICT, "Something changed meanwhile.",
            Status.TOO_LARGE, "The body is too large.",
            Status.UNPROCESSABLE, "The body or its content cannot be used.",
            Status.BUSY, "The server is busy; try again.");

    private final ComponentSchemas schemas = new ComponentSchemas();
    private final boolean token;
    private final Set<Status> used = EnumSet.noneOf(Status.class);

    private OpenApi(boolean token) {
        this.token = token;
    }

    /**
     * Returns the description of operations.
     *
     * @param server the address to which the paths are appended, which may lack scheme and host
     * @param token whether requests need the token of {@code winnow serve}
     */
    public static Map<String, Object> document(Collection<Operation> operations, String server, boolean token) {
        return new OpenApi(token).describe(operations, server);
    }

    /** Returns the operation that describes operations at {@link #PATH}. */
    public static Operation operation(Collection<Operation> operations, String server, boolean token) {
        List<Operation> all = List.copyOf(operations);
        return Operation.page(PATH, request -> Reply.json(document(all, server, token)));
    }

    private Map<String, Object> describe(Collection<Operation> operations, String server) {
        Map<String, Object> paths = new TreeMap<>();
        for (Operation one : operations) {
            if (!one.summary().isEmpty()) {
                add(paths, one);
            }
        }
        Map<String, Object> components = map("schemas", schemas(), "responses", responses());
        if (token) {
            components.put(
                    "securitySchemes",
                    map(
                            TOKEN,
                            map("type", "http", "scheme", "bearer", "description", "The token of the first address.")));
        }
        return map(
                "openapi",
                "3.1.1",
                "info",
                map(
                        "title",
                        "winnow",
                        "version",
                        String.valueOf(Contract.SCHEMA),
                        "description",
                        "Screens projects for cities by a rule pack. Objects may get further keys: ignore unknown ones.",
                        "license",
                        map("name", "Apache 2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(map("url", server)),
                "security",
                token ? List.of(map(TOKEN, List.of())) : List.of(),
                "paths",
                paths,
                "components",
                components);
    }

    @SuppressWarnings("unchecked") // the items of a path are maps of this class
    private void add(Map<String, Object> paths, Operation one) {
        ((Map<String, Object>) paths.computeIfAbsent(one.path(), path -> new TreeMap<>()))
                .put(one.method().toLowerCase(Locale.ROOT), described(one));
    }

    private Map<String, Object> described(Operation one) {
        Map<String, Object> described = map("operationId", id(one), "summary", one.summary());
        if (!one.parameters().isEmpty()) {
            described.put(
                    "parameters",
                    one.parameters().stream().map(OpenApi::parameter).toList());
        }
        if (!one.consumes().isEmpty()) {
            Map<String, Object> content = new LinkedHashMap<>();
            one.consumes().forEach(type -> content.put(type, body(one, type)));
            described.put("requestBody", map("required", true, "content", content));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", map("description", "Done.", "content", map(one.produces(), result(one))));
        refusals(one)
                .forEach(status -> responses.put(
                        String.valueOf(status.code()), map("$ref", "#/components/responses/" + status.name())));
        described.put("responses", responses);
        return described;
    }

    /** Returns a name that is unique, since methods and paths are: {@code getWorkUndo}. */
    private static String id(Operation one) {
        StringBuilder id = new StringBuilder(one.method().toLowerCase(Locale.ROOT));
        for (String word : one.path().replaceFirst("^/api/", "").split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static Map<String, Object> parameter(Operation.Parameter one) {
        return map(
                "name",
                one.name(),
                "in",
                "query",
                "description",
                one.summary(),
                "required",
                one.required(),
                "schema",
                map("type", one.atLeast() != null ? "integer" : "string"));
    }

    private Map<String, Object> body(Operation one, String type) {
        return one.body() != null && type.equals(Operation.JSON)
                ? map("schema", schemas.received(one.body()))
                : content(type);
    }

    private Map<String, Object> result(Operation one) {
        return one.result() == null ? content(one.produces()) : map("schema", schemas.returned(one.result()));
    }

    /** Describes content that no record describes. Bytes have no schema. */
    private static Map<String, Object> content(String type) {
        return type.equals(Operation.JSON)
                ? map("schema", map("type", "object", "additionalProperties", true))
                : type.startsWith("text/") ? map("schema", map("type", "string")) : map();
    }

    private List<Status> refusals(Operation one) {
        List<Status> all = new ArrayList<>();
        all.add(Status.BAD_REQUEST);
        if (token) {
            all.add(Status.UNAUTHORIZED);
            all.add(Status.FORBIDDEN);
        }
        if (!one.parameters().isEmpty() || one.post()) {
            all.add(Status.NOT_FOUND);
        }
        if (one.access() != Access.READ) {
            all.add(Status.CONFLICT);
        }
        if (!one.consumes().isEmpty()) {
            all.add(Status.TOO_LARGE);
        }
        if (!one.parameters().isEmpty() || one.post()) {
            all.add(Status.UNPROCESSABLE);
        }
        all.add(Status.BUSY);
        used.addAll(all);
        return all;
    }

    private Map<String, Object> responses() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Status status : used) {
            all.put(
                    status.name(),
                    map(
                            "description",
                            Objects.requireNonNull(REFUSALS.get(status)),
                            "content",
                            map(PROBLEM, map("schema", map("$ref", "#/components/schemas/Problem")))));
        }
        return all;
    }

    private Map<String, Object> schemas() {
        Map<String, Object> all = schemas.all();
        all.put("Problem", problem());
        return all;
    }

    /** Returns the schema of a problem by RFC 9457, whose {@code problems} only documents have. */
    private static Map<String, Object> problem() {
        Map<String, Object> text = map("type", "string");
        Map<String, Object> number = map("type", "integer");
        Map<String, Object> one = map(
                "type",
                "object",
                "properties",
                map(
                        "file",
                        text,
                        "line",
                        number,
                        "column",
                        number,
                        "message",
                        text,
                        "advice",
                        JsonSchema.anyOf(text, map("type", "null"))),
                "required",
                List.of("file", "line", "column", "message", "advice"));
        return map(
                "type",
                "object",
                "description",
                "A problem by RFC 9457.",
                "properties",
                map("type", text, "title", text, "status", number, "detail", text, "problems", list(one)),
                "required",
                List.of("type", "title", "status", "detail"));
    }
}
