package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A profile of its own in a headless Chromium, controlled over the DevTools protocol. The browsers of a JVM share one
 * process, which ends with it: a start costs more than most tests.
 */
public final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The shells draw no window of their own around each page, which costs half of the time. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome");
    /** Timeout of a command, so that a hanging browser does not hang the build. */
    private static final int SECONDS = 600;

    /** Number of times that a page may be loaded anew while a condition is awaited. */
    private static final int MAX_LOADS = 5;

    private static Chromium started;

    private final Chromium chromium;
    /** Cookies, stored values and tabs that no other browser sees. */
    private final String context;

    private Browser(Chromium chromium) {
        this.chromium = chromium;
        this.context = chromium.command(null, "Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
    }

    /** Starts a browser. Without one, the test is skipped, unless the variable {@code WINNOW_BROWSER} requires it. */
    public static Browser start() {
        String program = program();
        if (program == null) {
            assertThat(System.getenv("WINNOW_BROWSER"))
                    .as("a browser is required, and none of %s is on the path", NAMES)
                    .isNotEqualTo("required");
        }
        assumeTrue(program != null, "no Chromium on the path: pages are not tried in a browser");
        synchronized (Browser.class) {
            if (started == null || !started.process.isAlive()) {
                started = Chromium.start(program);
            }
            return new Browser(started);
        }
    }

    private static String program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /** Opens an empty tab. */
    public Tab tab() {
        String target = chromium.command(
                        null, "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .path("targetId")
                .asText();
        String session = chromium.command(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        Tab tab = new Tab(target, session);
        for (String part : List.of("Page", "Runtime", "Log", "Network")) {
            tab.command(part + ".enable", Map.of());
        }
        return tab;
    }

    /** Closes its tabs and forgets its profile. */
    @Override
    public void close() {
        chromium.command(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }

    /** A page in a tab. */
    public final class Tab {

        private final String target;
        private final String session;
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();

        private Tab(String target, String session) {
            this.target = target;
            this.session = session;
            chromium.heard.put(session, events);
        }

        /** Sends a command of the protocol, and returns its result. */
        public JsonNode command(String method, Map<String, ?> parameters) {
            return chromium.command(session, method, parameters);
        }

        /** Closes the page; its complaints and requests remain. */
        public void close() {
            if (chromium.heard.remove(session) != null) {
                chromium.command(null, "Target.closeTarget", Map.of("targetId", target));
            }
        }

        /** Opens a file at a fragment, which may be empty, and waits until it has rendered. */
        public Tab open(Path file, String place) {
            command("Page.navigate", Map.of("url", "about:blank"));
            command("Page.navigate", Map.of("url", file.toUri() + (place.isEmpty() ? "" : "#" + place)));
            await("document.documentElement.dataset.ready !== undefined");
            return this;
        }

        /** Goes to a fragment of the file. */
        public Tab go(String place) {
            run("location.hash = " + JSON.valueToTree("#" + place));
            await("document.documentElement.dataset.shown === location.hash.slice(1)");
            return this;
        }

        /** Returns the value of an expression, or of the promise that it evaluates to. */
        public JsonNode run(String expression) {
            JsonNode said = command(
                    "Runtime.evaluate",
                    Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
            if (said.has("exceptionDetails")) {
                throw new IllegalStateException(said.get("exceptionDetails").toString());
            }
            return said.path("result").path("value");
        }

        /** Returns the text that an expression evaluates to. */
        public String text(String expression) {
            return run(expression).asText();
        }

        /** Waits until a condition holds, also if the page is loaded anew meanwhile. */
        public void await(String condition) {
            String look = "new Promise((done, late) => { const end = Date.now() + " + 500 * SECONDS
                    + "; const look = () => { let is = false;"
                    + " try { is = " + condition + " } catch { is = false } if (is) done(true); else if (Date.now() >"
                    + " end) late(new Error('too late')); else setTimeout(look, 10); };"
                    + " look(); })";
            for (int loads = 0; ; loads++) {
                try {
                    run(look);
                    return;
                } catch (IllegalStateException e) {
                    boolean gone = e.getMessage().contains("navigated or closed")
                            || e.getMessage().contains("context was destroyed")
                            || e.getMessage().contains("Cannot find context");
                    if (!gone || loads == MAX_LOADS) {
                        throw e;
                    }
                }
            }
        }

        /** Presses a key. */
        public Tab press(String key) {
            Map<String, Integer> codes = Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32);
            String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
            for (String type : List.of("keyDown", "keyUp")) {
                command(
                        "Input.dispatchKeyEvent",
                        Map.of(
                                "type",
                                type,
                                "key",
                                key,
                                "code",
                                key.equals(" ") ? "Space" : key,
                                "text",
                                type.equals("keyDown") ? text : "",
                                "windowsVirtualKeyCode",
                                codes.getOrDefault(key, 0)));
            }
            return this;
        }

        /** Types a text into the focused element. */
        public Tab write(String text) {
            command("Input.insertText", Map.of("text", text));
            return this;
        }

        /** Returns a screenshot. */
        public byte[] picture() {
            return Base64.getDecoder()
                    .decode(command("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                            .path("data")
                            .asText());
        }

        /** Sets the size of the window. */
        public Tab window(int width, int height) {
            command(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
            return this;
        }

        /** Prints the page to PDF. */
        public byte[] pdf() {
            return Base64.getDecoder()
                    .decode(command("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false))
                            .path("data")
                            .asText());
        }

        /** Returns the errors and warnings of the page, including those of scripts and of its policy. */
        public List<String> complaints() {
            List<String> complaints = new ArrayList<>();
            for (JsonNode event : events) {
                JsonNode parameters = event.path("params");
                switch (event.path("method").asText()) {
                    case "Runtime.exceptionThrown", "Log.entryAdded" -> complaints.add(parameters.toString());
                    case "Runtime.consoleAPICalled" -> {
                        if (List.of("error", "warning", "assert")
                                .contains(parameters.path("type").asText())) {
                            complaints.add(parameters.toString());
                        }
                    }
                    default -> {}
                }
            }
            return complaints;
        }

        /** Returns the requests sent; requests that the page's policy blocked are not among them. */
        public List<String> requests() {
            List<String> stopped = events.stream()
                    .map(event -> event.path("params"))
                    .filter(failed -> failed.path("blockedReason").asText().equals("csp"))
                    .map(failed -> failed.path("requestId").asText())
                    .toList();
            return events.stream()
                    .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                    .filter(event -> !stopped.contains(
                            event.path("params").path("requestId").asText()))
                    .map(event ->
                            event.path("params").path("request").path("url").asText())
                    .filter(url -> !url.equals("about:blank"))
                    .toList();
        }
    }

    /** The process, and the connection to it. */
    private static final class Chromium {

        private final Process process;
        private final Path profile;
        private final WebSocket socket;
        private final AtomicInteger last = new AtomicInteger();
        private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
        /** The events of each open tab, by its session. */
        private final Map<String, List<JsonNode>> heard = new ConcurrentHashMap<>();

        private Chromium(Process process, Path profile, String address) {
            this.process = process;
            this.profile = profile;
            this.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(address), new Listener())
                    .join();
        }

        static Chromium start(String program) {
            try {
                Path profile = Files.createTempDirectory("winnow-browser");
                Process process = new ProcessBuilder(
                                program,
                                "--headless=new",
                                "--no-sandbox", // required to start as root; only files of these tests are opened
                                "--disable-gpu",
                                "--no-first-run",
                                "--hide-scrollbars",
                                // One process for the tabs of a profile, and none in advance.
                                "--renderer-process-limit=1",
                                "--disable-site-isolation-trials",
                                "--disable-features=SpareRendererForSitePerProcess,"
                                        + "ProcessPerSiteUpToMainFrameThreshold,IsolateOrigins,site-per-process",
                                "--no-startup-window",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                Chromium chromium = new Chromium(process, profile, address(process));
                Runtime.getRuntime().addShutdownHook(new Thread(chromium::end));
                return chromium;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String address(Process process) throws IOException {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
            String start = "DevTools listening on ";
            String line = said.readLine();
            while (line != null && !line.startsWith(start)) {
                line = said.readLine();
            }
            if (line == null) {
                throw new IOException("the browser ended");
            }
            Thread drain = new Thread(() -> said.lines().forEach(unread -> {}));
            drain.setDaemon(true);
            drain.start();
            return line.substring(start.length());
        }

        JsonNode command(String session, String method, Map<String, ?> parameters) {
            int id = last.incrementAndGet();
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            asked.put(id, answer);
            ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
            message.set("params", JSON.valueToTree(parameters));
            if (session != null) {
                message.put("sessionId", session);
            }
            synchronized (this) {
                socket.sendText(message.toString(), true).join();
            }
            JsonNode said = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("error"));
            }
            return said.path("result");
        }

        private void end() {
            socket.abort();
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
                try (Stream<Path> files = Files.walk(profile)) {
                    files.sorted(Comparator.reverseOrder())
                            .map(Path::toFile)
                            .forEach(File::delete); // files that the stopping browser still writes may remain
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException | UncheckedIOException e) {
                // a temporary folder may remain
            }
        }

        private final class Listener implements WebSocket.Listener {

            private final StringBuilder message = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean end) {
                message.append(piece);
                if (end) {
                    heard(message.toString());
                    message.setLength(0);
                }
                from.request(1);
                return null;
            }

            private void heard(String text) {
                try {
                    JsonNode said = JSON.readTree(text);
                    CompletableFuture<JsonNode> answer =
                            said.has("id") ? asked.remove(said.get("id").asInt()) : null;
                    if (answer != null) {
                        answer.complete(said);
                    } else {
                        List<JsonNode> events = heard.get(said.path("sessionId").asText());
                        if (events != null) {
                            events.add(said);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
