package dev.winnow.serve.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sends requests as they are, including those that no browser sends.
 *
 * @param address the first address of the server, with its token
 */
record RawHttp(URI address) {

    int port() {
        return address.getPort();
    }

    String cookie() {
        return "winnow-" + port() + "=" + address.getQuery().substring("token=".length());
    }

    static String request(String line, String... headers) {
        return line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n";
    }

    /** Returns the head of a request of the user's own browser. */
    String own(String line, String... more) {
        List<String> headers =
                new ArrayList<>(List.of("Host: 127.0.0.1:" + port(), "Cookie: " + cookie(), "Connection: close"));
        headers.addAll(Arrays.asList(more));
        return request(line, headers.toArray(String[]::new));
    }

    Socket open() throws IOException {
        return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port());
    }

    static void send(Socket socket, String text) throws IOException {
        send(socket, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        try {
            out.write(bytes);
            out.flush();
        } catch (SocketException e) {
            // the server may refuse a request before it has read all of it
        }
    }

    /** Reads up to the end of a text. */
    static void awaitEnd(Socket socket, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + text);
            }
            text.append((char) next);
        }
    }

    /** Reads until the server closes the connection. */
    static String received(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // a reset also ends the connection
        }
        return text.toString();
    }

    String exchange(String request) throws IOException {
        try (Socket socket = open()) {
            send(socket, request);
            return received(socket);
        }
    }

    /** Posts a body from the user's own browser. */
    String post(String path, byte[] body, String... more) throws IOException {
        List<String> headers =
                new ArrayList<>(List.of("Content-Type: application/json", "Content-Length: " + body.length));
        headers.addAll(Arrays.asList(more));
        try (Socket socket = open()) {
            send(socket, own("POST " + path, headers.toArray(String[]::new)));
            send(socket, body);
            return received(socket);
        }
    }
}
