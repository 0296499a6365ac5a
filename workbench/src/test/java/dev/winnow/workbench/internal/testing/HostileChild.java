package dev.winnow.workbench.internal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes untrusted packs to a {@link HostileRun}, one at a time, and watches it. A process that does not return is
 * killed.
 */
final class HostileChild implements AutoCloseable {

    /**
     * The outcome of one pack.
     *
     * @param end {@code done}, {@code refused}, {@code crash …}, {@code memory}, {@code gone …} if the JVM ended,
     *     {@code hang} if it took too long
     * @param steps the steps it completed: loaded, passed or failed, screened, compiled
     * @param problems the reported problems
     * @param megabytes the allocated memory, as a measure of its effort
     * @param seconds the CPU time of its thread
     * @param changes changes left behind: threads, processes, sockets, settings, files
     */
    record Outcome(
            String end,
            List<String> steps,
            List<String> problems,
            long megabytes,
            long seconds,
            List<String> changes) {}

    private static final long FIRST = 1_200;
    /** The pack that declares the facts of the universe. */
    private static final Path DECLARING = Path.of("..", "rules", "semiconductor");

    private final Path folder;
    private final Path marks;
    private final Path universe;
    private final List<String> options;
    /** Output of the child. Each child has its own queue, since the previous one may still report its end. */
    private BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private @Nullable Process process;

    /**
     * @param folder an empty folder, which must stay empty
     * @param universe the universe to screen
     * @param options options of Java, such as the size of its heap
     */
    HostileChild(Path folder, Path universe, String... options) {
        this.folder = folder;
        this.marks = folder.resolve("marks");
        this.universe = universe;
        this.options = List.of(options);
    }

    /** @param seconds the maximum time per step */
    Outcome run(String line, long seconds) {
        try {
            Process child = started();
            Writer in = child.outputWriter(StandardCharsets.UTF_8);
            in.write(line + "\n");
            in.flush();
            return outcome(child, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process started() throws IOException {
        Process running = process;
        if (running != null && running.isAlive()) {
            return running;
        }
        Files.createDirectories(marks);
        said = new LinkedBlockingQueue<>();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwinnow.marker=" + marks.resolve("marker").toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HostileRun.class.getName(),
                universe.toAbsolutePath().toString(),
                DECLARING.toAbsolutePath().toString()));
        Process child = new ProcessBuilder(command)
                .directory(marks.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process = child;
        BlockingQueue<String> heard = said;
        Thread ears = new Thread(() -> listen(child, heard), "ears");
        ears.setDaemon(true);
        ears.start();
        String ready = next(FIRST);
        if (!"ready".equals(ready)) {
            throw new IllegalStateException("the child did not start: " + ready);
        }
        return child;
    }

    private static void listen(Process child, BlockingQueue<String> heard) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                heard.add(line);
            }
        } catch (IOException e) {
            heard.add("end " + e);
        }
        heard.add("gone");
    }

    private @Nullable String next(long seconds) {
        try {
            return said.poll(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Outcome outcome(Process child, long seconds) throws IOException {
        List<String> steps = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        String end = null;
        long megabytes = 0;
        long cpu = 0;
        while (end == null) {
            String line = next(seconds);
            if (line == null) {
                end = "hang";
            } else if (line.equals("gone")) {
                end = "gone " + exit(child);
            } else if (line.startsWith("end ")) {
                end = line.substring(4);
            } else if (line.startsWith("step ")) {
                steps.add(line.substring(5).replaceAll(" .*", ""));
            } else if (line.startsWith("allocated ")) {
                megabytes = Long.parseLong(line.substring(10));
            } else if (line.startsWith("cpu ")) {
                cpu = Long.parseLong(line.substring(4));
            } else if (line.startsWith("problem ")) {
                problems.add(new String(Base64.getDecoder().decode(line.substring(8)), StandardCharsets.UTF_8));
            } else {
                changes.add(line.replaceFirst("changed ", ""));
            }
        }
        if (!end.equals("done") && !end.equals("refused")) {
            close();
        }
        changes.addAll(files());
        return new Outcome(end, steps, problems, megabytes, cpu, changes);
    }

    private static int exit(Process child) {
        try {
            return child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Returns the files that a pack left behind, after deleting them. */
    private List<String> files() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> left = Files.list(marks)) {
            for (Path file : left.toList()) {
                found.add("file " + file.getFileName());
                Files.delete(file);
            }
        }
        return found;
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            exit(running);
            process = null;
        }
    }
}
