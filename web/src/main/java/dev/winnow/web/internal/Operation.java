package dev.winnow.web.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation at a fixed path. Its path contains nothing of a request; what a request names is a parameter of the
 * query or part of the body.
 *
 * @param post whether its method is {@code POST}; otherwise {@code GET}
 * @param path the path, such as {@code /api/screening}
 * @param access what it may change
 * @param summary what it does, as the API description says it; empty for pages and their parts, which are not described
 * @param parameters the parameters of the query; others are refused
 * @param body the record that its JSON body is read as; null if it has no body or one of another kind
 * @param result the record that it returns as JSON; null if it returns something else
 * @param handler answers its requests
 */
public record Operation(
        boolean post,
        String path,
        Access access,
        String summary,
        List<Parameter> parameters,
        @Nullable Class<?> body,
        @Nullable Class<?> result,
        Handler handler) {

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter of the query.
     *
     * @param summary what it means
     */
    public record Parameter(String name, String summary, boolean required) {

        public static Parameter required(String name, String summary) {
            return new Parameter(name, summary, true);
        }

        public static Parameter optional(String name, String summary) {
            return new Parameter(name, summary, false);
        }
    }

    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(WebRequest request) throws RefusedRequest;
    }

    /** Returns the operation that shows a page or a part of one, such as a script. */
    public static Operation page(String path, Handler handler) {
        return new Operation(false, path, Access.READ, "", List.of(), null, null, handler);
    }

    /** Returns an operation that answers {@code GET} with a record as JSON. */
    public static Operation get(
            String path, String summary, Class<?> result, Handler handler, Parameter... parameters) {
        return new Operation(false, path, Access.READ, summary, List.of(parameters), null, result, handler);
    }

    /**
     * Returns an operation that answers {@code POST} with a record as JSON.
     *
     * @param body the record that its JSON body is read as; null if it has no body or one of another kind
     */
    public static Operation post(
            String path,
            Access access,
            String summary,
            @Nullable Class<?> body,
            @Nullable Class<?> result,
            Handler handler,
            Parameter... parameters) {
        return new Operation(true, path, access, summary, List.of(parameters), body, result, handler);
    }

    /** Returns the name of its method. */
    public String method() {
        return post ? "POST" : "GET";
    }
}
