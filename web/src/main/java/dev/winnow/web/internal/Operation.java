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
 * @param consumes the media types that its body may have; empty if it has no body
 * @param produces the media type of its result
 * @param turn the requests among which it waits for its turn
 * @param keyed whether it admits requests by a key among its own parameters, without the token of the server
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
        List<String> consumes,
        String produces,
        Turn turn,
        boolean keyed,
        Handler handler) {

    /** The media type of records. */
    public static final String JSON = "application/json";

    /** The media type of results that the API description does not tell apart. */
    private static final String BYTES = "application/octet-stream";

    /** Creates an operation that waits for its turn among requests that screen. */
    public Operation(
            boolean post,
            String path,
            Access access,
            String summary,
            List<Parameter> parameters,
            @Nullable Class<?> body,
            @Nullable Class<?> result,
            List<String> consumes,
            String produces,
            Handler handler) {
        this(post, path, access, summary, parameters, body, result, consumes, produces, Turn.SCREENING, false, handler);
    }

    public Operation {
        parameters = List.copyOf(parameters);
        consumes = List.copyOf(consumes);
    }

    /**
     * A parameter of the query.
     *
     * @param summary its meaning
     * @param atLeast its smallest value if it is a whole number; null if it is a text
     */
    public record Parameter(
            String name,
            String summary,
            boolean required,
            @Nullable Integer atLeast) {

        public static Parameter required(String name, String summary) {
            return new Parameter(name, summary, true, null);
        }

        public static Parameter optional(String name, String summary) {
            return new Parameter(name, summary, false, null);
        }

        /** Returns this parameter as one that is a whole number. */
        public Parameter numberFrom(int smallest) {
            return new Parameter(name, summary, required, smallest);
        }
    }

    /** The requests among which a request waits for its turn. */
    public enum Turn {
        /** Requests that screen. */
        SCREENING,
        /** Requests that may wait for the database of records; without a free place a request is refused at once. */
        RECORDS,
        /** None, because it does little work. */
        NONE
    }

    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {
        Reply answer(WebRequest request) throws RefusedRequest;
    }

    /** Returns the operation that shows a page or a part of one, such as a script. */
    public static Operation page(String path, Handler handler, Parameter... parameters) {
        return new Operation(false, path, Access.READ, "", List.of(parameters), null, null, List.of(), BYTES, handler);
    }

    /** Returns an operation that answers {@code GET} with a file of a media type. */
    public static Operation file(String path, String summary, String type, Handler handler, Parameter... parameters) {
        return new Operation(
                false, path, Access.READ, summary, List.of(parameters), null, null, List.of(), type, handler);
    }

    /** Returns an operation that answers {@code GET} with a record as JSON. */
    public static Operation get(
            String path, String summary, Class<?> result, Handler handler, Parameter... parameters) {
        return new Operation(
                false, path, Access.READ, summary, List.of(parameters), null, result, List.of(), JSON, handler);
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
        return new Operation(
                true,
                path,
                access,
                summary,
                List.of(parameters),
                body,
                result,
                body == null ? List.of() : List.of(JSON),
                result == null ? BYTES : JSON,
                handler);
    }

    /** Returns this operation with a body of other media types than records. */
    public Operation consuming(String... types) {
        return new Operation(
                post, path, access, summary, parameters, body, result, List.of(types), produces, turn, keyed, handler);
    }

    /** Returns this operation with a result of another media type than records. */
    public Operation producing(String type) {
        return new Operation(
                post, path, access, summary, parameters, body, result, consumes, type, turn, keyed, handler);
    }

    /** Returns this operation as one that does not wait for its turn among requests that screen. */
    public Operation immediately() {
        return taking(Turn.NONE);
    }

    /** Returns this operation as one that may wait for the database of records. */
    public Operation withRecords() {
        return taking(Turn.RECORDS);
    }

    private Operation taking(Turn other) {
        return new Operation(
                post, path, access, summary, parameters, body, result, consumes, produces, other, keyed, handler);
    }

    /** Returns this operation as one that checks a key among its own parameters instead of the token of the server. */
    public Operation withOwnKey() {
        return new Operation(
                post, path, access, summary, parameters, body, result, consumes, produces, turn, true, handler);
    }

    /** Returns the name of its method. */
    public String method() {
        return post ? "POST" : "GET";
    }
}
