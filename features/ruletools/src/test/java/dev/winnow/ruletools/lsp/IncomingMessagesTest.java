package dev.winnow.ruletools.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.winnow.console.Run;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of messages that a client should not send. */
class IncomingMessagesTest {

    private static final String INITIALIZE = "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{}}";
    private static final String SHUTDOWN = "{'jsonrpc':'2.0','id':'end','method':'shutdown','params':null}";
    private static final String EXIT = "{'jsonrpc':'2.0','method':'exit'}";

    private int exit;

    /** Serves messages, in which ' stands for ", and returns the answers as `id code message` or `id ok`. */
    private List<String> session(String... messages) {
        StringBuilder in = new StringBuilder();
        for (String one : messages) {
            String json = one.replace('\'', '"');
            in.append("Content-Length: ")
                    .append(json.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n\r\n")
                    .append(json);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exit = RuleServer.serve(
                new ByteArrayInputStream(in.toString().getBytes(StandardCharsets.UTF_8)),
                out,
                Run.ENGLISH,
                Vocabulary::core,
                "1");
        List<String> answers = new ArrayList<>();
        for (String one : out.toString(StandardCharsets.UTF_8).split("Content-Length: \\d+\r\n\r\n")) {
            if (!one.isEmpty()) {
                JsonObject answer = JsonParser.parseString(one).getAsJsonObject();
                JsonElement error = answer.get("error");
                answers.add(answer.get("id") + " "
                        + (error == null
                                ? "ok"
                                : error.getAsJsonObject().get("code") + " "
                                        + error.getAsJsonObject().get("message").getAsString()));
            }
        }
        return answers;
    }

    /** A session with messages between its start and its end. */
    private List<String> within(String... messages) {
        List<String> all = new ArrayList<>(List.of(messages));
        all.add(0, INITIALIZE);
        all.addAll(List.of(SHUTDOWN, EXIT));
        List<String> answers = new ArrayList<>(session(all.toArray(String[]::new)));
        assertThat(exit).as("a session that goes on").isZero();
        assertThat(answers).contains("1 ok", "\"end\" ok");
        answers.removeAll(List.of("1 ok", "\"end\" ok"));
        return answers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'jsonrpc':'2.0','id':7,'method':",
                "{'jsonrpc':'2.0','id':7,'method':'shutdown'} x",
                "{'jsonrpc':'2.0','id':7,'method':'shutdown'}{}",
                "{jsonrpc:2.0}",
                "{'jsonrpc':'2.0','id':7,'method':'shutdown',}",
                "nul",
                "Content-Length: 3"
            })
    void invalidJsonIsAnsweredAndTheNextMessageServed(String message) {
        assertThat(within(message)).containsExactly("null -32700 invalid JSON");
    }

    @Test
    void deepNestingIsInvalidAndDoesNotEndTheSession() {
        assertThat(within("[".repeat(200_000))).containsExactly("null -32700 invalid JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "[] | null | a message must be an object",
                "[{'jsonrpc':'2.0','id':7,'method':'shutdown'}] | null | a message must be an object",
                "null | null | a message must be an object",
                "7 | null | a message must be an object",
                "{} | null | `jsonrpc` must be '2.0'",
                "{'id':7,'method':'shutdown'} | 7 | `jsonrpc` must be '2.0'",
                "{'jsonrpc':2.0,'id':7,'method':'shutdown'} | 7 | `jsonrpc` must be '2.0'",
                "{'jsonrpc':'1.0','id':'a','method':'shutdown'} | 'a' | `jsonrpc` must be '2.0'",
                "{'jsonrpc':'2.0','id':7} | 7 | a message must have a `method`, or an `id` with a `result` or an `error`",
                "{'jsonrpc':'2.0','result':7} | null | a message must have a `method`, or an `id` with a `result` or an `error`",
                "{'jsonrpc':'2.0','id':7,'method':'x','result':1} | 7 | a message must have a `method`, or an `id` with a `result` or an `error`",
                "{'jsonrpc':'2.0','id':7,'method':7} | 7 | `method` must be a string",
                "{'jsonrpc':'2.0','id':7,'method':null} | 7 | `method` must be a string",
                "{'jsonrpc':'2.0','id':null,'method':'shutdown'} | null | `id` must be a string or an integer of 32 bits",
                "{'jsonrpc':'2.0','id':1.5,'method':'shutdown'} | null | `id` must be a string or an integer of 32 bits",
                "{'jsonrpc':'2.0','id':{},'method':'shutdown'} | null | `id` must be a string or an integer of 32 bits",
                "{'jsonrpc':'2.0','id':4294967296,'method':'shutdown'} | null | `id` must be a string or an integer of 32 bits",
                "{'jsonrpc':'2.0','id':7,'method':'shutdown','params':7} | 7 | `params` must be an object or an array"
            })
    void anInvalidRequestIsAnsweredWithItsIdIfThatIsKnown(String message, String id, String why) {
        assertThat(within(message)).containsExactly((id + " -32600 " + why).replace('\'', '"'));
    }

    @Test
    void parametersOfOtherTypesAreNoInvalidJson() {
        assertThat(within("{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':{'position':7}}"))
                .containsExactly("7 -32602 the parameters have other types");
    }

    @Test
    void anUnknownMethodAndUnrequestedResponsesHarmNothing() {
        assertThat(within(
                        "{'jsonrpc':'2.0','id':7,'method':'no/such/method'}",
                        "{'jsonrpc':'2.0','id':8,'result':null}",
                        "{'jsonrpc':'2.0','id':null,'error':{'code':1,'message':'x'}}",
                        "{'jsonrpc':'2.0','method':'textDocument/didOpen','params':{'textDocument':7}}"))
                .containsExactly("7 -32601 Unsupported request method: no/such/method");
    }

    @Test
    void beforeInitializeOnlyExitIsServed() {
        assertThat(session(
                        "{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':{}}",
                        "{'jsonrpc':'2.0','method':'textDocument/didOpen','params':{}}",
                        "{",
                        SHUTDOWN,
                        EXIT))
                .containsExactly(
                        "7 -32002 the session is not initialized",
                        "null -32700 invalid JSON",
                        "\"end\" -32002 the session is not initialized");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void aSessionIsInitializedOnceAndServesNothingAfterShutdown() {
        assertThat(session(INITIALIZE, INITIALIZE.replace("1", "8"), SHUTDOWN, INITIALIZE.replace("1", "9"), EXIT))
                .filteredOn(answer -> !answer.endsWith("ok"))
                .containsExactly(
                        "8 -32600 the session is already initialized", "9 -32600 the session has been shut down");
        assertThat(exit).isZero();
    }

    @Test
    void messagesOfManyKindsInAnyOrderNeverEndTheSession() {
        List<String> bad = Stream.of("{", "[]", "{'jsonrpc':'2.0','id':7}", "\"锂\"", "{'jsonrpc':'2.0','method':'锂'}")
                .toList();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(bad.get((i * 7 + i / 5) % bad.size()));
        }
        long answered = many.stream().filter(one -> !one.contains("method")).count();
        assertThat(within(many.toArray(String[]::new))).hasSize((int) answered);
    }
}
