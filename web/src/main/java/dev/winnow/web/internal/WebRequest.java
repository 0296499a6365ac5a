package dev.winnow.web.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.json.Contract;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for an operation.
 *
 * @param query the parameters of the query by name
 * @param type the media type of the body as the request states it; empty if it states none
 * @param key the key by which a repeated request is recognized; null if it has none
 * @param body the body, which is not copied; empty for {@code GET}
 */
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record WebRequest(
        Map<String, String> query, String type, @Nullable String key, byte[] body) {

    private static final int LENGTH_OF_DAY = "2026-01-31".length();

    /** Unlike readers of files that winnow wrote, a request may contain no unknown key. */
    private static final JsonMapper STRICT = Contract.mapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Creates a request without a key. */
    public WebRequest(Map<String, String> query, String type, byte[] body) {
        this(query, type, null, body);
    }

    public WebRequest {
        query = Map.copyOf(query);
    }

    /** Returns a parameter; null if it is absent. */
    public @Nullable String find(String name) {
        return query.get(name);
    }

    /** Returns a parameter that is a day; null if it is absent or empty. */
    public @Nullable LocalDate findDay(String name) throws RefusedRequest {
        String text = find(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= LENGTH_OF_DAY) { // years of more digits leave no room for later days
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw new RefusedRequest(Status.BAD_REQUEST, Message.of("`%s` is not a date", Columns.clean(text)));
    }

    /** Returns a required parameter, whose absence was refused before. */
    public String get(String name) {
        String value = query.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /** Returns a required parameter that is a whole number, which was checked before. */
    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    /** Reads the JSON body as a record. */
    public <T> T as(Class<T> type) throws RefusedRequest {
        try {
            T read = STRICT.readValue(body, type);
            if (read == null) { // the text `null`
                throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("the body is not what this operation reads"));
            }
            return read;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new RefusedRequest(
                    Status.UNPROCESSABLE,
                    Message.of(
                            "the body is not what this operation reads, in line %s, column %s: %s",
                            place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr(), reason(e)));
        } catch (IOException e) {
            throw new RefusedRequest(Status.BAD_REQUEST, Message.of("the request ended before its body"));
        }
    }

    /** Describes a parsing error without the names of Java types that the parser reports. */
    private static Message reason(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Message.of("unknown key `%s`", path(unknown));
        }
        return failure instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()
                ? Message.of("`%s` is missing or of another kind", path(wrong))
                : failure instanceof JsonMappingException
                        ? Message.of("it is of another kind")
                        : Message.of("it is not JSON");
    }

    /** Returns the place of a value, such as {@code answers[0].fact}. */
    private static String path(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
