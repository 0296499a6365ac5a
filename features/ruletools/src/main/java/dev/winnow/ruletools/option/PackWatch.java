package dev.winnow.ruletools.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Repeats an action whenever a file of a pack changes. It polls, so that it makes no difference whether an editor saves
 * in place or moves a new file over the old one.
 */
public final class PackWatch {

    public interface Task {

        /**
         * Runs once.
         *
         * @param number the number of the run, from 1
         * @param changed the file that changed; empty in the first run
         * @return an exit code
         */
        int run(int number, String changed);
    }

    private static final long PAUSE = 100;
    private static final long SETTLING = 40;
    /** Covers the folder of the pack and that of its cases. */
    private static final int DEPTH = 2;

    private final Path folder;
    private final int most;
    private volatile int last = Exit.GATE;

    /** @param most the number of runs; 0 for no limit */
    public PackWatch(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * Returns the line above the results of a run.
     *
     * @param number the number of the run, from 1
     * @param changed the file that changed; empty in the first run
     */
    public static String heading(Wording wording, int number, String changed) {
        String heading = "── "
                + (changed.isEmpty()
                        ? wording.sentence("run %s", number)
                        : wording.sentence("run %s: %s changed", number, changed))
                + " ";
        String line = Columns.cut(heading, Columns.PAGE - 1);
        return line + "─".repeat(Columns.PAGE - Columns.width(line));
    }

    /** Runs until the process is stopped, which then exits with the code of the last run. */
    public int run(Task task) {
        Thread stop = new Thread(() -> Runtime.getRuntime().halt(last));
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Map<String, String> before = state();
            last = task.run(1, "");
            for (int number = 2; most == 0 || number <= most; number++) {
                Map<String, String> now = changed(before);
                last = task.run(number, difference(before, now));
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        return last;
    }

    /** Waits until files differ from the previous state and have stopped changing. */
    private Map<String, String> changed(Map<String, String> before) throws InterruptedException {
        while (true) {
            Map<String, String> now = state();
            if (!now.equals(before)) {
                Thread.sleep(SETTLING);
                if (now.equals(state())) {
                    return now;
                }
            } else {
                Thread.sleep(PAUSE);
            }
        }
    }

    /** Names the first file that differs, and the number of others. */
    private static String difference(Map<String, String> before, Map<String, String> now) {
        Map<String, String> changed = new TreeMap<>(now);
        changed.entrySet().removeAll(before.entrySet());
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changed.put(name, ""));
        String first = changed.keySet().iterator().next();
        return changed.size() == 1 ? first : first + " and " + (changed.size() - 1) + " more";
    }

    /** Returns size, time and identity of each file. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.find(folder, DEPTH, PackWatch::counts, new FileVisitOption[0])) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    state.put(name, of.size() + " " + of.lastModifiedTime() + " " + of.fileKey());
                } catch (IOException e) {
                    // removed since it was listed, such as an editor's draft
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the folder does not exist at the moment
        }
        return state;
    }

    /** Excludes hidden files, in which editors keep drafts. */
    private static boolean counts(Path file, BasicFileAttributes of) {
        return of.isRegularFile() && !String.valueOf(file.getFileName()).startsWith(".");
    }
}
