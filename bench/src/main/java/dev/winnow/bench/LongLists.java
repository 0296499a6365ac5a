package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures the command {@code ./winnow screen} on long lists: peak memory of its process, elapsed time and CPU time,
 * for the best pairs alone and for every pair as a line with its reasons, and the speed-up of two processors over one.
 * Peak memory is available on Linux only.
 */
public final class LongLists {

    private static final long MOMENT = 50;
    private static final String SMALL = "-Xmx256m";
    private static final List<String> BEST = List.of("--top", "100");
    private static final List<String> LINES = List.of("-f", "ndjson");

    /** Options for lines with all reasons, without robustness and base cases, which take longest to compute. */
    private static final List<String> REASONS = List.of(
            "-f",
            "ndjson",
            "--fields",
            "project,city,asOf,verdict,because,rank,tied,score,binds,known,sides,district,chainActions,criteria,"
                    + "findings,undetermined,possible,conditions,questions");

    private static final List<String> SCORES =
            List.of("-f", "ndjson", "--fields", "project,city,verdict,because,rank,score,known");
    private static final int RUNS = 3;
    private static final int MILLION = 1_000_000;

    private final Path folder;

    private LongLists(Path folder) {
        this.folder = folder;
    }

    /** A number of projects and cities. */
    private record Size(int projects, int cities) {

        String words() {
            return String.format(Locale.ROOT, "%,d × %,d", projects, cities);
        }

        double pairs() {
            return (double) projects * cities;
        }
    }

    /** The megabytes and seconds of one run. */
    private record Took(double peak, double seconds, double cpu) {}

    /** Several runs of one command. */
    private record Several(List<Took> runs) {

        Runs peaks() {
            return new Runs(runs.stream().map(Took::peak).toList());
        }

        Runs seconds() {
            return new Runs(runs.stream().map(Took::seconds).toList());
        }

        Runs cpu() {
            return new Runs(runs.stream().map(Took::cpu).toList());
        }
    }

    /** Prints the tables; {@code --quick} with short lists, {@code --all} with a million projects too. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (!Files.exists(Path.of("/proc/self/status"))) {
            System.out.println("Not measured: only Linux tells how much memory a process held.");
            return;
        }
        boolean quick = words.contains("--quick");
        boolean all = words.contains("--all");
        Path folder = Files.createTempDirectory("winnow-bench");
        try {
            LongLists lists = new LongLists(folder);
            List<Size> memory = List.of(new Size(1_000, 10), new Size(100_000, 10), new Size(MILLION, 10));
            List<Size> best = List.of(new Size(100, 300), new Size(10_000, 300), new Size(MILLION, 300));
            lists.memory(memory.subList(0, quick ? 1 : all ? 3 : 2), quick);
            lists.rates(new Size(quick ? 20 : 1_000, 50), best.subList(0, quick ? 1 : all ? 3 : 2));
            lists.processors(quick ? memory.subList(0, 1) : List.of(new Size(30_000, 10), new Size(10_000, 60)));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void say(String text) {
        System.err.println("bench: long lists: " + text);
    }

    // --- Memory ---

    private void memory(List<Size> sizes, boolean quick) throws IOException, InterruptedException {
        System.out.println(
                "What the process of `./winnow screen --top 100` held at most, in MB, and what it took in seconds:"
                        + " median (lowest–highest) of the runs.\n");
        System.out.println("| projects × cities | heap | runs | peak RSS, MB | by the clock, s | by CPU time, s |");
        System.out.println("|---:|---|---:|---|---|---|");
        for (Size size : sizes) {
            for (String heap : new String[] {"", SMALL}) {
                Several runs = measured(size, BEST, heap, List.of(), quick || size.projects >= MILLION ? 1 : RUNS);
                System.out.printf(
                        "| %s | %s | %d | %s | %s | %s |%n",
                        size.words(),
                        heap.isEmpty() ? "as it is" : "`" + heap + "`",
                        runs.runs.size(),
                        runs.peaks().cell(),
                        runs.seconds().cell(),
                        runs.cpu().cell());
            }
        }
        System.out.println();
    }

    // --- Rates ---

    private void rates(Size lines, List<Size> best) throws IOException, InterruptedException {
        System.out.println("How many pairs the whole command judges in a second of CPU time in `" + SMALL
                + "`, one run: each a line with its rank and all its reasons, or the best alone.\n");
        System.out.println(
                "| projects × cities | `screen` with | peak RSS, MB | by CPU time, s | pairs a second of it |");
        System.out.println("|---:|---|---:|---:|---:|");
        rate(lines, LINES);
        rate(lines, REASONS);
        rate(lines, SCORES);
        for (Size size : best) {
            rate(size, BEST);
        }
        System.out.println();
    }

    private void rate(Size size, List<String> options) throws IOException, InterruptedException {
        Several run = measured(size, options, SMALL, List.of(), 1);
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %s | %s | **%,.0f** |%n",
                size.words(),
                String.join(" ", options),
                run.peaks().cell(),
                run.cpu().cell(),
                size.pairs() / run.cpu().median());
    }

    // --- Processors ---

    private void processors(List<Size> sizes) throws IOException, InterruptedException {
        if (!has("taskset")) {
            System.out.println("One processor beside two: not measured, there is no `taskset`.");
            return;
        }
        if (Runtime.getRuntime().availableProcessors() < 2) {
            System.out.println("One processor beside two: not measured, there is one.");
            return;
        }
        System.out.println("`./winnow screen --top 100` on one processor and on two, seconds by the clock: median"
                + " (lowest–highest) of " + RUNS + " runs.\n");
        System.out.println("| projects × cities | one | two | two are so many times as fast |");
        System.out.println("|---:|---|---|---:|");
        for (Size size : sizes) {
            Runs one = onProcessors(size, "0");
            Runs two = onProcessors(size, "0,1");
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | **%.2f** |%n",
                    size.words(),
                    one.cell(),
                    two.cell(),
                    one.median() / two.median());
        }
    }

    private Runs onProcessors(Size size, String processors) throws IOException, InterruptedException {
        return measured(size, BEST, "", List.of("taskset", "-c", processors), RUNS)
                .seconds();
    }

    private static boolean has(String program) {
        return List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    // --- Running ---

    private Several measured(Size size, List<String> options, String heap, List<String> before, int runs)
            throws IOException, InterruptedException {
        Path file = drawn(size);
        List<String> words = new ArrayList<>(List.of("screen", "-u", file.toString(), "-q"));
        words.addAll(options);
        List<Took> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            say(String.join(" ", before) + " " + size.words() + " " + String.join(" ", options) + " " + heap + "…");
            all.add(run(words, heap, before));
        }
        return new Several(all);
    }

    private Path drawn(Size size) throws IOException, InterruptedException {
        Path file = folder.resolve(size.projects + "x" + size.cities + ".ndjson");
        if (!Files.exists(file)) {
            say("inventing " + size.words() + "…");
            List<String> words = new ArrayList<>(List.of("synth", "-q", "-o", file.toString()));
            words.addAll(List.of("--projects", String.valueOf(size.projects)));
            words.addAll(List.of("--cities", String.valueOf(size.cities)));
            run(words, "", List.of());
        }
        return file;
    }

    /** Runs winnow. Its launcher replaces its process by Java, so that this process is measured. */
    private static Took run(List<String> words, String heap, List<String> before)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(BenchmarkInputs.home().resolve("winnow").toString());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("WINNOW_JAVA_OPTS", heap);
        long start = System.nanoTime();
        Process process = builder.start();
        String status = "/proc/" + process.pid() + "/status";
        double peak = 0;
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(MOMENT, TimeUnit.MILLISECONDS)) {
            String held = Machine.line(status, "VmHWM", "").replaceAll("\\D", "");
            peak = held.isEmpty() ? peak : Math.max(peak, Double.parseDouble(held) / 1024);
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return new Took(peak, seconds, cpu.toMillis() / 1e3);
    }
}
