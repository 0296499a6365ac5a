package dev.winnow.serve.internal;

import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Answers requests within the limits of a server. Thread-safe. */
final class SiteHandler extends Handler.Abstract {

    private final Gate gate;
    private final Site site;
    private final ServerLimits limits;
    private final Wording wording;
    private final Semaphore bodies;
    private final Semaphore screenings;

    SiteHandler(Gate gate, Site site, ServerLimits limits, Wording wording) {
        this.gate = gate;
        this.site = site;
        this.limits = limits;
        this.wording = wording;
        this.bodies = new Semaphore(limits.bodies());
        this.screenings = new Semaphore(limits.screenings(), true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(reply(request), response, callback);
        return true;
    }

    private Reply reply(Request request) {
        try {
            Reply first = gate.check(request);
            return first != null ? first : answer(request);
        } catch (RefusedRequest e) {
            return Reply.problem(e.status(), wording.say(e.reason()));
        } catch (IOException e) {
            return Reply.problem(
                    HttpStatus.BAD_REQUEST_400, wording.say(Message.of("the request ended before its body")));
        }
    }

    private Reply answer(Request request) throws RefusedRequest, IOException {
        String method = request.getMethod();
        boolean post = HttpMethod.POST.is(method);
        if (!post && !HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
            throw new RefusedRequest(
                    HttpStatus.METHOD_NOT_ALLOWED_405, Message.of("expected `%s` or `%s`", "GET", "POST"));
        }
        String path = Request.getPathInContext(request);
        Site.Route route = site.find(post, path);
        if (route == null) {
            throw new RefusedRequest(HttpStatus.NOT_FOUND_404, Message.of("there is no such page"));
        }
        byte[] body = post ? body(request) : new byte[0];
        try {
            if (!screenings.tryAcquire(limits.turnTime().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return route.answer(body);
        } finally {
            screenings.release();
        }
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
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                Message.of("the request is too large: expected at most %s bytes", limits.bodyBytes()));
    }

    private static RefusedRequest busy() {
        return new RefusedRequest(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                Message.of("the server is busy").with(Message.of("try again")));
    }

    static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        protect(headers, reply.policy());
        headers.put("Content-Type", reply.type());
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
