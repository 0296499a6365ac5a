package dev.winnow.examples.boot;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends requests to the service while its pack is edited back and forth, sometimes with broken edits, and checks that
 * each answer equals that of a valid edition of the pack, byte for byte. It does not use winnow itself, so that it can
 * run alone: {@code edits-under-load} next to the example's pom runs it against {@code java -jar}.
 */
final class EditsUnderLoad {

    private static final int EDITIONS = 8;
    private static final Pattern DIGEST = Pattern.compile("\"pack\": \\{[^}]*\"digest\": \"([0-9a-f]{64})\"");
    private static final Pattern VERSION = Pattern.compile("(?m)^version: .*$");
    private static final Pattern WEIGHT = Pattern.compile("weight: (\\d+)");

    /** A small universe, so that a test can send many requests. */
    private static final String UNIVERSE = """
        {"universe": {"name": "load", "asOf": "2026-01-08"},
         "cities": [{"id": "here", "name": "Here", "demands": [{"endMarket": "automotive", "annualOutput": "90 bn yuan"}]}],
         "projects": [
          {"id": "one", "name": "One", "track": "integrated-circuits", "links": ["chip-design"],
           "endMarkets": ["automotive"], "investment": "1.2 bn yuan", "fundingNeed": "400 mn yuan"},
          {"id": "two", "name": "Two", "track": "integrated-circuits", "links": ["chip-design"],
           "endMarkets": ["automotive"], "ownsTechnology": true}]}\
        """;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(5))
            .build();
    private final URI service;
    private final Path pack;
    private final Duration reload;
    private final Map<Integer, String> editions = new ConcurrentHashMap<>();

    private final Map<Integer, String> digests = new ConcurrentHashMap<>();
    /** The answer of each edition, by its digest. */
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    private final Random random = new Random(1);

    /**
     * @param service the address of the service
     * @param pack the folder of its pack, which is edited
     * @param reload the interval at which the service checks the folder
     */
    EditsUnderLoad(URI service, Path pack, Duration reload) {
        this.service = service;
        this.pack = pack;
        this.reload = reload;
    }

    /**
     * The outcome of a run.
     *
     * @param statuses the number of answers per status
     * @param byDigest the number of answers per edition of the pack
     * @param wrong answers that no valid edition gives
     * @param edits the number of valid edits
     * @param broken the number of broken edits between them, each reverted
     */
    record Outcome(
            Map<Integer, Integer> statuses, Map<String, Integer> byDigest, List<String> wrong, int edits, int broken) {}

    /** Records the answer of each valid edition before any concurrent requests. */
    void learn() throws IOException, InterruptedException {
        String original = Files.readString(pack.resolve("pack.yaml"));
        for (int i = 0; i < EDITIONS; i++) {
            editions.put(i, edition(original, i));
        }
        for (int i = 0; i < EDITIONS; i++) {
            write("pack.yaml", editions.get(i));
            String answer = "";
            String digest = "";
            for (int tries = 0; tries < 10_000 && !answer.contains("\"version\": \"9.0." + i + "\""); tries++) {
                Thread.sleep(reload.toMillis());
                answer = ask().body();
                digest = digest(answer);
            }
            if (digest.isEmpty()) {
                throw new IllegalStateException("edition " + i + " never counted: " + answer);
            }
            digests.put(i, digest);
            answers.put(digest, answer);
        }
    }

    /** Returns a valid pack with another version and weight, and so other scores. */
    private static String edition(String packYaml, int number) {
        Matcher weight = WEIGHT.matcher(packYaml);
        if (!weight.find()) {
            throw new IllegalArgumentException("pack.yaml has no weight");
        }
        String weighted = packYaml.substring(0, weight.start(1))
                + (Integer.parseInt(weight.group(1)) + number)
                + packYaml.substring(weight.end(1));
        return VERSION.matcher(weighted).replaceFirst("version: 9.0." + number);
    }

    /** Returns the number of editions recorded by {@link #learn}. */
    int known() {
        return answers.size();
    }

    /**
     * Sends requests on several threads while the pack is edited.
     *
     * @param requests the minimum number of requests
     * @param concurrency the number of concurrent requests
     * @param edits the minimum number of edits
     */
    Outcome run(int requests, int concurrency, int edits) throws IOException, InterruptedException, ExecutionException {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        Map<String, Integer> byDigest = new ConcurrentHashMap<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger left = new AtomicInteger(requests);
        AtomicInteger edited = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(concurrency);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < concurrency; i++) {
                running.add(senders.submit(() -> {
                    while (left.getAndDecrement() > 0 || edited.get() < edits) {
                        HttpResponse<String> answer = ask();
                        statuses.merge(answer.statusCode(), 1, Integer::sum);
                        String digest = digest(answer.body());
                        byDigest.merge(digest, 1, Integer::sum);
                        if (answer.statusCode() != 200 || !answer.body().equals(answers.get(digest))) {
                            wrong.add(answer.statusCode() + " " + digest + "\n" + answer.body());
                        }
                    }
                    return null;
                }));
            }
            Future<?> editing = Executors.newSingleThreadExecutor(EditsUnderLoad::daemon)
                    .submit(() -> {
                        while (!done.get()) {
                            int edition = random.nextInt(EDITIONS);
                            write("pack.yaml", editions.get(edition));
                            edited.incrementAndGet();
                            if (random.nextInt(4) > 0) {
                                awaitAnswerBy(digests.get(edition), byDigest, done);
                            }
                            if (random.nextBoolean()) {
                                breakAndMend();
                                broken.incrementAndGet();
                            }
                        }
                        return null;
                    });
            for (Future<?> sender : running) {
                sender.get();
            }
            done.set(true);
            editing.get();
            return new Outcome(statuses, byDigest, wrong, edited.get(), broken.get());
        } finally {
            senders.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edits");
        thread.setDaemon(true);
        return thread;
    }

    /** Leaves an edit in place until it takes effect; the next edit overtakes others. */
    private void awaitAnswerBy(String digest, Map<String, Integer> byDigest, AtomicBoolean done)
            throws InterruptedException {
        int before = byDigest.getOrDefault(digest, 0);
        for (int i = 0; i < 10_000 && !done.get() && byDigest.getOrDefault(digest, 0) == before; i++) {
            Thread.sleep(reload.toMillis());
        }
    }

    /** Makes a broken edit, waits until it is detected, and reverts it. */
    private void breakAndMend() throws IOException, InterruptedException {
        try (Stream<Path> all = Files.list(pack)) {
            List<Path> rules = all.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .toList();
            Path one = rules.get(random.nextInt(rules.size()));
            String text = Files.readString(one);
            switch (random.nextInt(4)) {
                case 0 -> Files.writeString(one, text.replaceFirst("Project\\(", "Projekt("));
                case 1 -> Files.writeString(one, text.substring(0, text.length() * 2 / 3));
                case 2 -> Files.delete(one);
                default -> Files.writeString(pack.resolve("limits.yaml.bak"), text);
            }
            pause();
            Files.deleteIfExists(pack.resolve("limits.yaml.bak"));
            write(String.valueOf(one.getFileName()), text);
            pause();
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(reload.toMillis() * (2 + random.nextInt(8)));
    }

    /** Replaces a file atomically, as careful editors do. */
    private void write(String name, String text) throws IOException {
        Path beside = Files.writeString(pack.resolve("." + name), text);
        Files.move(beside, pack.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String digest(String answer) {
        Matcher digest = DIGEST.matcher(answer);
        return digest.find() ? digest.group(1) : "";
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.resolve("/screen"))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .timeout(Duration.ofMinutes(10))
                        .POST(HttpRequest.BodyPublishers.ofString(UNIVERSE))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Reads a metric of Actuator, such as {@code jvm.classes.loaded}. */
    private long metric(String name) throws IOException, InterruptedException {
        String answer = client.send(
                        HttpRequest.newBuilder(service.resolve("/actuator/metrics/" + name))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher value = Pattern.compile("\"value\":([0-9.E]+)").matcher(answer);
        return value.find() ? (long) Double.parseDouble(value.group(1)) : -1;
    }

    private String memory(Process server) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        for (int i = 0; i < 2; i++) {
            new ProcessBuilder(jcmd.toString(), String.valueOf(server.pid()), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return String.format(
                "%,d classes, %,d KB of heap after a collection",
                metric("jvm.classes.loaded"), metric("jvm.memory.used?tag=area:heap") / 1024);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /**
     * Starts the service and runs the test.
     *
     * @param arguments the jar of the service, the folder of a pack, which is copied, the number of requests, and the
     *     number of concurrent requests
     */
    public static void main(String[] arguments) throws Exception {
        int requests = Integer.parseInt(arguments[2]);
        int concurrency = Integer.parseInt(arguments[3]);
        Path shipped = Path.of(arguments[1]);
        Path pack = Files.createTempDirectory("packs").resolve(shipped.getFileName()); // the folder has the name of the
        // pack
        copy(shipped, pack);
        Path log = Files.createTempFile("service", ".log");
        int port = freePort();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        arguments[0],
                        "--server.port=" + port,
                        "--winnow.pack=" + pack,
                        "--winnow.limits.waiting=10m",
                        "--winnow.limits.time=10m",
                        "--winnow.reload.interval=200ms")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        EditsUnderLoad load = new EditsUnderLoad(URI.create("http://127.0.0.1:" + port), pack, Duration.ofMillis(200));
        load.await(server, log);
        load.learn();
        System.out.println(load.known() + " editions of the pack, each with an answer of its own");
        boolean sound = true;
        List<String> memory = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            long begin = System.nanoTime();
            Outcome outcome = load.run(requests / 5, concurrency, 4);
            memory.add(load.memory(server));
            System.out.printf(
                    "%,d answers in %.1f s, %d edits and %d broken ones taken back: statuses %s, %d editions answered,"
                            + " %d wrong; %s%n",
                    outcome.statuses().values().stream()
                            .mapToInt(number -> number)
                            .sum(),
                    (System.nanoTime() - begin) / 1e9,
                    outcome.edits(),
                    outcome.broken(),
                    outcome.statuses(),
                    outcome.byDigest().size(),
                    outcome.wrong().size(),
                    memory.get(part));
            outcome.wrong().stream().limit(3).forEach(System.out::println);
            sound &= outcome.wrong().isEmpty();
        }
        System.out.println("Log of the service: " + log);
        System.out.println(sound ? "Every answer is that of an edition that was there." : "Some answers are wrong.");
        server.destroy();
        server.waitFor();
        System.exit(sound ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Process server, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try {
                if (ask().statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("the service does not start:\n" + Files.readString(log));
                }
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the service does not answer:\n" + Files.readString(log));
    }
}
