package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.RequestKey;
import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operations;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Answers requests within the limits of a server. Thread-safe. */
final class SiteHandler extends Handler.Abstract {

    private static final String KEY = "Idempotency-Key";

    private final Gate gate;
    private final OpenConnections connections;
    private final Operations operations;
    private final boolean readOnly;
    private final ServerLimits limits;
    private final Wording wording;
    private final FailureLog log;
    private final Semaphore bodies;
    private final Semaphore records;
    private final Semaphore screenings;

    SiteHandler(
            Gate gate,
            OpenConnections connections,
            Operations operations,
            boolean readOnly,
            ServerLimits limits,
            Wording wording,
            FailureLog log) {
        this.gate = gate;
        this.connections = connections;
        this.operations = operations;
        this.readOnly = readOnly;
        this.limits = limits;
        this.wording = wording;
        this.log = log;
        this.bodies = new Semaphore(limits.bodies());
        this.records = new Semaphore(limits.records());
        this.screenings = new Semaphore(limits.screenings(), true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(reply(request), response, callback);
        return true;
    }

    private Reply reply(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        connections.heard(connection);
        try {
            boolean keyed = operations.isKeyed(request.getMethod(), Request.getPathInContext(request));
            Reply first = gate.check(request, keyed);
            if (!keyed) {
                connections.admit(connection);
            }
            return first != null ? first : answer(request);
        } catch (RefusedRequest e) {
            return Reply.problem(e.status(), wording.say(e.reason()));
        } catch (IOException e) {
            return Reply.problem(Status.BAD_REQUEST, wording.say(Message.of("the request ended before its body")));
        }
    }

    private Reply answer(Request request) throws RefusedRequest, IOException {
        Operation operation = operations.find(request.getMethod(), Request.getPathInContext(request));
        if (readOnly && operation.access() == Access.WRITE) {
            throw new RefusedRequest(
                    Status.FORBIDDEN,
                    Message.of("nothing can be written: the server was started with `%s`", "--read-only"));
        }
        Map<String, String> query = query(request);
        Operations.check(operation, query);
        byte[] body = operation.post() ? body(request) : new byte[0];
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (body.length > 0) {
            Operations.checkType(operation, type);
        }
        WebRequest asked = new WebRequest(query, type == null ? "" : type, key(request), body);
        try {
            return switch (operation.turn()) {
                case NONE -> operation.handler().answer(asked);
                case RECORDS -> inTurn(operation, asked, records, Duration.ZERO, busyRecords());
                case SCREENING -> inTurn(operation, asked, screenings, limits.turnTime(), busy());
            };
        } catch (RuntimeException | Error e) { // a bug, or too little memory; the server goes on
            log.failed(operation, e);
            return Reply.problem(Status.FAILED, wording.say(Message.of("unexpected error")));
        }
    }

    private static Reply inTurn(
            Operation operation, WebRequest request, Semaphore turns, Duration wait, RefusedRequest otherwise)
            throws RefusedRequest {
        try {
            if (!turns.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw otherwise;
        }
        try {
            return operation.handler().answer(request);
        } finally {
            turns.release();
        }
    }

    /** Returns the key of a request, in quotes or without; null if it has none. */
    private static @Nullable String key(Request request) throws RefusedRequest {
        String given = request.getHeaders().get(KEY);
        String key = given == null ? null : given.replaceFirst("^\"(.*)\"$", "$1");
        if (key != null && !RequestKey.isKey(key)) {
            throw new RefusedRequest(
                    Status.BAD_REQUEST,
                    Message.of("`%s` must have at most 100 visible characters of ASCII, without quotes", KEY));
        }
        return key;
    }

    private static Map<String, String> query(Request request) throws RefusedRequest {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            if (field.hasMultipleValues()) {
                throw new RefusedRequest(
                        Status.BAD_REQUEST, Message.of("parameter `%s` was given several times", field.getName()));
            }
            query.put(field.getName(), field.getValue());
        }
        return query;
    }

    /** Reads a body. If it does not arrive in time, its connection is closed, because idle times restart per byte. */
    private byte[] body(Request request) throws RefusedRequest, IOException {
        if (request.getLength() > limits.bodyBytes()) {
            throw tooLarge();
        }
        if (!bodies.tryAcquire()) {
            throw busy();
        }
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        Scheduler.Task deadline = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> connection.close(new TimeoutException()),
                        limits.bodyTime().toMillis(),
                        TimeUnit.MILLISECONDS);
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(limits.bodyBytes() + 1);
            if (body.length > limits.bodyBytes()) {
                throw tooLarge();
            }
            return body;
        } finally {
            deadline.cancel();
            bodies.release();
        }
    }

    private RefusedRequest tooLarge() {
        return new RefusedRequest(
                Status.TOO_LARGE,
                Message.of("the request is too large: expected at most %s bytes", limits.bodyBytes()));
    }

    private static RefusedRequest busy() {
        return new RefusedRequest(Status.BUSY, Message.of("the server is busy").with(Message.of("try again")));
    }

    private static RefusedRequest busyRecords() {
        return new RefusedRequest(
                Status.BUSY,
                Message.of("other requests are waiting for the records, so nothing was read or recorded")
                        .with(Message.of("try again")));
    }

    static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status().code());
        HttpFields.Mutable headers = response.getHeaders();
        protect(headers, reply.policy());
        headers.put("Content-Type", reply.type());
        if (reply.status().code() >= Status.BAD_REQUEST.code()) {
            headers.put("Connection", "close"); // so that no rest of a refused body is read
        }
        reply.headers().forEach(headers::put);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    /** Sets the headers that every response has. */
    static void protect(HttpFields.Mutable headers, String policy) {
        headers.put("Content-Security-Policy", policy);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
    }
}
