package dev.winnow.ruletools.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of the editor, and refuses those that the protocol does not allow. LSP4J answers what it throws; on
 * its own it logs invalid JSON, and serves an editor that has not initialized the session.
 */
final class IncomingMessages extends MessageJsonHandler {

    private static final String INITIALIZE = "initialize";

    private static final Set<String> MEMBERS = Set.of("method", "result", "error");

    private boolean initialized;
    private boolean shutDown;

    IncomingMessages(Map<String, JsonRpcMethod> methods) {
        super(methods);
    }

    @Override
    public Message parseMessage(Reader input) {
        String text = read(input);
        check(text);
        Message message;
        try {
            message = super.parseMessage(new StringReader(text));
        } catch (MessageIssueException e) { // valid JSON, so only its types are wrong
            throw refused(e.getRpcMessage(), ResponseErrorCode.InvalidParams, "the parameters have other types");
        }
        if (message instanceof RequestMessage request) {
            admit(request);
        } else if (message instanceof NotificationMessage notification
                && !notification.getMethod().equals("exit")
                && (!initialized || shutDown)) {
            throw refused(
                    message, ResponseErrorCode.InvalidRequest, "outside the session"); // dropped without an answer
        }
        return message;
    }

    private static String read(Reader input) {
        try {
            StringWriter text = new StringWriter();
            input.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new JsonRpcException(e);
        }
    }

    private static void check(String text) {
        JsonElement json;
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            boolean empty = reader.peek() == JsonToken.END_DOCUMENT; // the parser takes it for null
            json = JsonParser.parseReader(reader);
            if (empty || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("not one value");
            }
        } catch (JsonParseException | IOException e) {
            throw refused(new RequestMessage(), ResponseErrorCode.ParseError, "invalid JSON");
        }
        String wrong = json instanceof JsonObject object ? wrong(object) : "a message must be an object";
        if (wrong != null) {
            RequestMessage request = new RequestMessage();
            JsonElement id = json instanceof JsonObject object ? object.get("id") : null;
            if (id != null && isString(id)) {
                request.setId(id.getAsString());
            } else if (id != null && isInteger(id)) {
                request.setId(id.getAsInt());
            }
            throw refused(request, ResponseErrorCode.InvalidRequest, wrong);
        }
    }

    /** Returns what is wrong with the form of a message; null if nothing is. */
    private static @Nullable String wrong(JsonObject json) {
        JsonElement id = json.get("id");
        JsonElement params = json.get("params");
        boolean response = !json.has("method");
        if (!isString(json.get("jsonrpc")) || !json.get("jsonrpc").getAsString().equals("2.0")) {
            return "`jsonrpc` must be \"2.0\"";
        } else if (MEMBERS.stream().filter(json::has).count() != 1 || (response && id == null)) {
            return "a message must have a `method`, or an `id` with a `result` or an `error`";
        } else if (!response && !isString(json.get("method"))) {
            return "`method` must be a string";
        } else if (id != null && !isString(id) && !isInteger(id) && !(response && id.isJsonNull())) {
            return "`id` must be a string or an integer of 32 bits";
        } else if (params != null && params.isJsonPrimitive()) {
            return "`params` must be an object or an array";
        }
        return null;
    }

    private static boolean isString(@Nullable JsonElement value) {
        return value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isString();
    }

    private static boolean isInteger(@Nullable JsonElement value) {
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isNumber()) {
            return false;
        }
        try {
            return Integer.toString(Integer.parseInt(value.getAsString())).equals(value.getAsString());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Follows the session from request to request. */
    private void admit(RequestMessage request) {
        boolean begins = request.getMethod().equals(INITIALIZE);
        if (shutDown) {
            throw refused(request, ResponseErrorCode.InvalidRequest, "the session has been shut down");
        } else if (begins && initialized) {
            throw refused(request, ResponseErrorCode.InvalidRequest, "the session is already initialized");
        } else if (!begins && !initialized) {
            throw refused(request, ResponseErrorCode.ServerNotInitialized, "the session is not initialized");
        }
        initialized = true;
        shutDown = request.getMethod().equals("shutdown");
    }

    private static MessageIssueException refused(Message message, ResponseErrorCode code, String why) {
        return new MessageIssueException(message, List.of(new MessageIssue(why, code.getValue())));
    }
}
