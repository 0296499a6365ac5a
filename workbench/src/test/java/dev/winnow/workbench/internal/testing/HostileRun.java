package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.language.PackException;
import dev.winnow.model.AllocationLimit;
import dev.winnow.model.Mark;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Main class of a separate JVM for untrusted packs. It receives packs one at a time, does with each all that winnow
 * does with a pack, and reports the messages and the changes to its surroundings. The parent process watches it from
 * outside.
 */
final class HostileRun {

    /** Prefix of the name of an act of a hostile pack, to check that it is detected. */
    static final String CONTROL = "control:";

    private static final List<Object> KEPT = new ArrayList<>();

    private HostileRun() {}

    /** @param arguments the universe to screen; a pack that declares its facts */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(new PrintStream(new LineCount(), true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        Universe universe = null;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        settle();
        out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (universe == null && !line.startsWith(CONTROL)) {
                universe =
                        Universe.read(Vocabulary.read(Path.of(arguments[1]), new ArrayList<>()), Path.of(arguments[0]));
            }
            Set<String> before = around();
            long printed = LineCount.bytes;
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long begun = AllocationLimit.allocated(Thread.currentThread().getId());
            String end = one(line, universe, out);
            long allocated = AllocationLimit.allocated(Thread.currentThread().getId()) - begun;
            Set<String> after = around();
            after.removeAll(before);
            after.forEach(change -> out.println("changed " + change));
            if (LineCount.bytes > printed) {
                out.println("changed printed");
            }
            out.println("allocated " + allocated / 1_000_000);
            out.println("cpu " + (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000_000);
            out.println(end);
            out.flush();
        }
    }

    /** Starts the threads that Java starts at the first use of a compiler, a process or a socket. */
    private static void settle() {
        around();
    }

    private static String one(String line, @Nullable Universe universe, PrintStream out) {
        try {
            if (line.startsWith(CONTROL)) {
                control(line.substring(CONTROL.length()));
                return "end done";
            }
            RulePack pack = RulePack.draft(Path.of(line));
            say(out, "loaded");
            boolean passed = CaseRunner.run(pack).stream().allMatch(CaseResult::passed);
            say(out, passed ? "passed" : "failed");
            long characters = 0;
            for (Explanation assessment : screened(pack, Objects.requireNonNull(universe))) {
                for (Finding finding : assessment.findings()) {
                    characters += finding.reason().length();
                    characters +=
                            finding.also().stream().mapToInt(String::length).sum();
                }
                characters += assessment.undetermined().size()
                        + assessment.questions().size();
            }
            say(out, "screened " + characters);
            Screener.of(pack, Matcher.PHREAK);
            say(out, "compiled");
            return "end done";
        } catch (PackException e) {
            e.problems()
                    .forEach(problem -> out.println("problem "
                            + Base64.getEncoder()
                                    .encodeToString(problem.toString().getBytes(StandardCharsets.UTF_8))));
            return "end refused";
        } catch (OutOfMemoryError e) {
            return "end memory";
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            return "end crash " + e.toString().replace('\n', ' ');
        }
    }

    /** A pack stopped by a budget is also stopped in PHREAK, which reaches another count first. */
    private static List<Explanation> screened(RulePack pack, Universe universe) {
        try {
            return Screener.of(pack).open(universe).result().explanations().toList();
        } catch (PackException stopped) {
            if (!Boolean.getBoolean("winnow.both")) {
                throw stopped;
            }
            try {
                Screener.of(pack, Matcher.PHREAK).screen(universe);
            } catch (PackException also) {
                throw stopped;
            }
            throw new IllegalStateException("PHREAK accepts a refused pack: " + stopped.getMessage());
        }
    }

    private static void say(PrintStream out, String word) {
        out.println("step " + word);
        out.flush();
    }

    /** Performs an act that a hostile pack might attempt. */
    private static void control(String deed) throws IOException, InterruptedException {
        switch (deed) {
            case "file" -> Mark.now();
            case "socket" -> KEPT.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            case "process" -> KEPT.add(new ProcessBuilder("sleep", "20").start());
            case "thread" -> {
                Thread thread = new Thread(
                        () -> {
                            try {
                                TimeUnit.HOURS.sleep(1);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "deed");
                thread.setDaemon(true);
                thread.start();
            }
            case "exit" -> System.exit(99);
            case "halt" -> Runtime.getRuntime().halt(99);
            case "hang" -> TimeUnit.HOURS.sleep(1);
            case "spin" -> spin();
            case "memory" -> {
                for (long size = 1; size > 0; size++) {
                    KEPT.add(new long[1 << 20]);
                }
            }
            case "locale" -> Locale.setDefault(Locale.KOREA);
            case "zone" -> TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            case "setting" -> System.setProperty("winnow.deed", "done");
            case "print" -> System.out.println("deed");
            case "stack" -> deeper(0);
            default -> throw new IllegalArgumentException(deed);
        }
    }

    private static void spin() {
        long turns = 0;
        while (turns >= 0) {
            turns = (turns + 1) & Long.MAX_VALUE;
        }
    }

    private static int deeper(int depth) {
        return depth < 0 ? depth : deeper(depth + 1) + 1;
    }

    /** Returns the surroundings of the run that a pack must not change. */
    private static Set<String> around() {
        Set<String> found = new TreeSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            // Java's own helper threads, including those of compilers, start and end at any time.
            if (thread.getThreadGroup() != null
                    && !thread.getName().startsWith("ForkJoinPool")
                    && !thread.getThreadGroup().getName().equals("system")
                    && !thread.getThreadGroup().getName().equals("InnocuousThreadGroup")) {
                found.add("thread " + thread.getName());
            }
        }
        ProcessHandle.current().descendants().forEach(process -> found.add("process " + process.pid()));
        System.getProperties().forEach((key, value) -> found.add("setting " + key + "=" + value));
        found.add("setting locale " + Locale.getDefault());
        found.add("setting zone " + TimeZone.getDefault().getID());
        Path open = Path.of("/proc/self/fd");
        if (Files.isDirectory(open)) {
            try (Stream<Path> files = Files.list(open)) {
                found.addAll(files.map(HostileRun::socket)
                        .filter(one -> !one.isEmpty())
                        .collect(Collectors.toSet()));
            } catch (IOException e) {
                found.add("files cannot be listed");
            }
        }
        return found;
    }

    private static String socket(Path open) {
        try {
            String what = Files.readSymbolicLink(open).toString();
            return what.startsWith("socket:") ? "socket " + what : "";
        } catch (IOException e) {
            return ""; // closed in the meantime
        }
    }

    /** Counts printed lines; none is expected. */
    private static final class LineCount extends java.io.OutputStream {
        private static long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }
    }
}
