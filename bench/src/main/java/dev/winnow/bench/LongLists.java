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

/**
 * Measures the command {@code ./winnow screen --top 100} on long lists: peak memory of its process, time and processor
 * time, and the speed-up of two processors over one. Peak memory is available on Linux only.
 */
public final class LongLists {

    private static final int CITIES = 10;
    private static final int COMPARED = 100_000;
    private static final long MOMENT = 50;

    private final Path folder;

    private LongLists(Path folder) {
        this.folder = folder;
    }

    /** What one run took. */
    private record Took(double peak, double seconds, double cpu) {}

    /**
     * Prints two tables; {@code --quick} with short lists, {@code --all} with a million projects as well.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (!Files.exists(Path.of("/proc/self/status"))) {
            System.out.println("Not measured: only Linux tells how much memory a process held.");
            return;
        }
        Path folder = Files.createTempDirectory("winnow-bench");
        try {
            LongLists lists = new LongLists(folder);
            boolean quick = words.contains("--quick");
            List<Integer> sizes = new ArrayList<>(quick ? List.of(1_000) : List.of(1_000, 100_000));
            if (words.contains("--all")) {
                sizes.add(1_000_000);
            }
            lists.memory(sizes, quick);
            lists.processors(quick ? 2_000 : COMPARED, quick);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void say(String text) {
        System.err.println("bench: " + text);
    }

    private void memory(List<Integer> sizes, boolean quick) throws IOException, InterruptedException {
        System.out.println(
                "What the process of `./winnow screen --top 100` held at most, in MB, and what it took in seconds:"
                        + " median (lowest–highest) of the runs.\n");
        System.out.println("| projects × cities | heap | runs | peak RSS, MB | by the clock, s | by CPU time, s |");
        System.out.println("|---:|---|---:|---|---|---|");
        for (int size : sizes) {
            Path file = drawn(size);
            for (String heap : new String[] {"", "-Xmx256m"}) {
                say("long lists: " + size + " × " + CITIES + ' ' + heap + "…");
                int runs = quick || size >= 1_000_000 ? 1 : 3;
                List<Took> all = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    all.add(measured(file, heap, List.of()));
                }
                System.out.printf(
                        Locale.ROOT,
                        "| %,d × %d | %s | %d | %s | %s | %s |%n",
                        size,
                        CITIES,
                        heap.isEmpty() ? "as it is" : "`" + heap + "`",
                        runs,
                        runs(all.stream().map(Took::peak).toList()),
                        runs(all.stream().map(Took::seconds).toList()),
                        runs(all.stream().map(Took::cpu).toList()));
            }
        }
        System.out.println();
    }

    private static String runs(List<Double> figures) {
        return new Runs(figures).cell();
    }

    private void processors(int projects, boolean quick) throws IOException, InterruptedException {
        if (!has("taskset")) {
            System.out.println("One processor beside two: not measured, there is no `taskset`.");
            return;
        }
        if (Runtime.getRuntime().availableProcessors() < 2) {
            System.out.println("One processor beside two: not measured, there is one.");
            return;
        }
        Path file = drawn(projects);
        System.out.printf(
                Locale.ROOT,
                "On one processor and on two, %,d × %d; seconds, median (lowest–highest) of the runs:%n%n",
                projects,
                CITIES);
        System.out.println("| processors | runs | by the clock, s | by CPU time, s |");
        System.out.println("|---:|---:|---|---|");
        List<Double> medians = new ArrayList<>();
        for (String processors : new String[] {"0", "0,1"}) {
            say("long lists: processors " + processors + "…");
            List<Took> all = new ArrayList<>();
            for (int run = 0; run < (quick ? 1 : 3); run++) {
                all.add(measured(file, "", List.of("taskset", "-c", processors)));
            }
            medians.add(new Runs(all.stream().map(Took::seconds).toList()).median());
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %s | %s |%n",
                    medians.size(),
                    all.size(),
                    runs(all.stream().map(Took::seconds).toList()),
                    runs(all.stream().map(Took::cpu).toList()));
        }
        System.out.printf(Locale.ROOT, "%nTwo are %.2f times as fast as one.%n", medians.get(0) / medians.get(1));
    }

    private static boolean has(String program) {
        return List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Path drawn(int projects) throws IOException, InterruptedException {
        Path file = folder.resolve(projects + ".ndjson");
        if (!Files.exists(file)) {
            say("long lists: inventing " + projects + " projects…");
            run(
                    List.of(
                            "synth",
                            "-q",
                            "--projects",
                            String.valueOf(projects),
                            "--cities",
                            String.valueOf(CITIES),
                            "-o",
                            file.toString()),
                    "",
                    List.of());
        }
        return file;
    }

    private static Took measured(Path file, String heap, List<String> before) throws IOException, InterruptedException {
        return run(List.of("screen", "-u", file.toString(), "--top", "100", "-q"), heap, before);
    }

    /** Runs winnow; the launcher hands its process over to Java, so that process is watched. */
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
