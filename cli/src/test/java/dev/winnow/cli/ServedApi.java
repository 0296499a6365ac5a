package dev.winnow.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The operations of a command that serves, called as a program calls them. */
final class ServedApi implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Served served;

    /** Runs a command, such as {@code serve --no-browser}, and waits for its address. */
    ServedApi(String... arguments) throws IOException {
        served = new Served(null, arguments);
    }

    /** Returns the address of the server, which ends with a slash. */
    String base() {
        return served.base();
    }

    String token() {
        return served.first().replaceAll(".*token=", "");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token());
    }

    @Override
    public void close() {
        served.close();
    }
}
