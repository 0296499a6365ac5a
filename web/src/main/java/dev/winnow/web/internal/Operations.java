package dev.winnow.web.internal;

import dev.winnow.model.source.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations that a server offers. No other path exists, and none is a file's. Immutable and thread-safe. */
public final class Operations {

    /** Media types that pages of other sites can send without asking the server. */
    private static final Set<String> FORMS =
            Set.of("", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

    private static final String DIGITS = "\\d{1,9}";

    private final List<Operation> all;
    private final Map<String, Map<String, Operation>> byPath = new TreeMap<>();

    private Operations(Collection<Operation> all) {
        this.all = List.copyOf(all);
        for (Operation one : all) {
            if (byPath.computeIfAbsent(one.path(), path -> new TreeMap<>()).put(one.method(), one) != null) {
                throw new IllegalArgumentException(one.method() + " " + one.path() + " exists twice");
            }
        }
    }

    public static Operations of(Collection<Operation> all) {
        return new Operations(new ArrayList<>(all));
    }

    public List<Operation> all() {
        return all;
    }

    /**
     * Finds the operation of a request.
     *
     * @param method the method; {@code HEAD} counts as {@code GET}
     */
    public Operation find(String method, String path) throws RefusedRequest {
        String asked = method.equals("HEAD") ? "GET" : method;
        if (!asked.equals("GET") && !asked.equals("POST")) {
            throw new RefusedRequest(
                    Status.METHOD_NOT_ALLOWED, Message.of("expected `%s` or `%s`, found `%s`", "GET", "POST", method));
        }
        Map<String, Operation> methods = byPath.getOrDefault(path, Map.of());
        Operation found = methods.get(asked);
        if (found != null) {
            return found;
        }
        throw methods.isEmpty()
                ? new RefusedRequest(Status.NOT_FOUND, Message.of("there is no such page"))
                : new RefusedRequest(
                        Status.METHOD_NOT_ALLOWED,
                        Message.of("expected `%s`, found `%s`", String.join("`, `", methods.keySet()), method));
    }

    /** Returns whether an operation exists that checks a key of its own. */
    public boolean isKeyed(String method, String path) {
        Operation found = byPath.getOrDefault(path, Map.of()).get(method.equals("HEAD") ? "GET" : method);
        return found != null && found.keyed();
    }

    private static void checkNumber(Operation.Parameter parameter, @Nullable String value) throws RefusedRequest {
        Integer atLeast = parameter.atLeast();
        boolean number =
                atLeast == null || value == null || (value.matches(DIGITS) && Integer.parseInt(value) >= atLeast);
        if (!number) {
            throw new RefusedRequest(
                    Status.BAD_REQUEST,
                    Message.of("`%s` must be a whole number of at least %s", parameter.name(), atLeast));
        }
    }

    /**
     * Checks the media type of a body.
     *
     * @param type the type that the request states; null if it states none
     */
    public static void checkType(Operation operation, @Nullable String type) throws RefusedRequest {
        String media = type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        List<String> accepted = operation.consumes();
        if (accepted.contains(Operation.JSON) ? !accepted.contains(media) : FORMS.contains(media)) {
            throw new RefusedRequest(
                    Status.UNSUPPORTED_TYPE,
                    Message.of("bodies of this type are not accepted")
                            .with(Message.of(
                                    "send `%s`",
                                    "Content-Type: " + (accepted.isEmpty() ? Operation.JSON : accepted.get(0)))));
        }
    }

    /** Checks the parameters of a request. */
    public static void check(Operation operation, Map<String, String> query) throws RefusedRequest {
        for (Operation.Parameter one : operation.parameters()) {
            if (one.required() && !query.containsKey(one.name())) {
                throw new RefusedRequest(Status.BAD_REQUEST, Message.of("missing parameter `%s`", one.name()));
            }
            checkNumber(one, query.get(one.name()));
        }
        for (String name : query.keySet()) {
            if (operation.parameters().stream().noneMatch(one -> one.name().equals(name))) {
                throw new RefusedRequest(Status.BAD_REQUEST, Message.of("unknown parameter `%s`", name));
            }
        }
    }
}
