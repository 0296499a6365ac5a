package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints the machine of a measurement and its load. */
public final class Machine {

    /** Maximum share of the processors that other processes may use. */
    private static final double QUIET = 0.2;

    private Machine() {}

    /**
     * Prints the machine.
     *
     * @param arguments the load before the benchmark was built, if known, since building adds load
     */
    public static void main(String[] arguments) {
        int processors = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                Locale.ROOT,
                "%s, %d processors, %s of memory; %s %s %s; Java %s, %s (%s)%n%n",
                line("/proc/cpuinfo", "model name", "processor of unknown name"),
                processors,
                memory(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vendor"));
        double load = arguments.length == 0 ? -1 : Double.parseDouble(arguments[0]);
        if (load < 0) {
            System.out.println("The load before is not known here.");
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "Load before: %.2f. %s%n",
                    load,
                    load > QUIET * processors
                            ? "**The machine is not quiet: others were at work. Take the figures as lower bounds of"
                                    + " what it can do.**"
                            : "The machine is quiet.");
        }
        System.out.println();
    }

    private static String memory() {
        String kilobytes = line("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
        return kilobytes.isEmpty()
                ? "an unknown amount"
                : String.format(Locale.ROOT, "%.0f GB", Double.parseDouble(kilobytes) / (1 << 20));
    }

    /** Returns the value of a key in a file of the system, or a substitute if it is missing. */
    static String line(String file, String key, String otherwise) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            List<String> found = lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .toList();
            return found.isEmpty() ? otherwise : found.get(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return otherwise;
        }
    }
}
