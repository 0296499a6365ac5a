package dev.winnow.serve.internal;

import dev.winnow.report.i18n.Wording;
import dev.winnow.web.internal.Operations;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A web server for the user of this machine only: it listens on 127.0.0.1 and requires a token. Thread-safe. */
public final class LocalServer implements AutoCloseable {

    /** More than all requests that may wait for turns and records, so that others are answered meanwhile. */
    private static final int THREADS = 32;

    private static final int HEADER_BYTES = 8 << 10;

    private final Server server;
    private final URI address;

    private LocalServer(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts a server.
     *
     * @param port the port; 0 for a free one
     * @param token the token that requests must have
     * @param workbench the pages and operations to serve
     * @param log receives the failures of operations
     * @throws IOException if the port cannot be used
     */
    public static LocalServer start(int port, String token, Workbench workbench, ServerLimits limits, FailureLog log)
            throws IOException {
        return start(port, token, workbench.operations(), workbench.isReadOnly(), workbench.wording(), limits, log);
    }

    static LocalServer start(
            int port,
            String token,
            Operations operations,
            boolean readOnly,
            Wording wording,
            ServerLimits limits,
            FailureLog log)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("winnow-serve");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setErrorHandler(new PlainErrors());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(limits.idleTime().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        OpenConnections open =
                new OpenConnections(limits.connections() * 3 / 4, limits.headTime(), connector.getScheduler());
        connector.addEventListener(open);
        connector.open();
        Gate gate = Gate.of(connector.getLocalPort(), token);
        server.setHandler(new SiteHandler(gate, open, operations, readOnly, limits, wording, log));
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            connector.close();
            throw e;
        } catch (Exception e) {
            connector.close();
            throw new IOException(e);
        }
        return new LocalServer(
                server, URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/?" + gate.query()));
    }

    /** Returns the first address to open, which contains the token. */
    public URI address() {
        return address;
    }

    /** Returns the port on which it listens. */
    int port() {
        return address.getPort();
    }

    /** Waits until the server is stopped or this thread is interrupted. */
    public void await() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers requests that are no valid HTTP, which reach no handler. */
    private static final class PlainErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Status status = Stream.of(Status.values())
                    .filter(one -> one.code() == response.getStatus())
                    .findFirst()
                    .orElse(Status.BAD_REQUEST);
            SiteHandler.write(Reply.problem(status, status.title()), response, callback);
            return true;
        }
    }
}
