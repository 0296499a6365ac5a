package dev.winnow.cli.rules;

import dev.winnow.cli.terminal.Exit;
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
 * Repeats an action whenever a file of a pack changes on disk. It polls the files, so that it does not matter whether
 * an editor saves in place or by moving a new file over the old one.
 */
final class PackWatch {

    /** The action. */
    interface Task {

        /**
         * Does it.
         *
         * @param number how often it is done now, from 1
         * @param changed the file that changed; empty at first
         * @return an exit code
         */
        int run(int number, String changed);
    }

    private static final long PAUSE = 100;
    private static final long SETTLING = 40;
    /** Of the pack's folder and the folder of its cases. */
    private static final int DEPTH = 2;

    private final Path folder;
    private final int most;
    private volatile int last = Exit.GATE;

    /** @param most after how many runs it ends; 0 for never */
    PackWatch(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * The line above the results of a run.
     *
     * @param number the number of the run, from 1
     * @param changed the file that changed; empty at first
     */
    static String heading(Wording wording, int number, String changed) {
        String heading = "── "
                + (changed.isEmpty()
                        ? wording.sentence("run %s", number)
                        : wording.sentence("run %s: %s changed", number, changed))
                + " ";
        String line = Columns.cut(heading, Columns.PAGE - 1);
        return line + "─".repeat(Columns.PAGE - Columns.width(line));
    }

    /** Goes on until the process is stopped, which then ends with the exit code of the last run. */
    int run(Task task) {
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

    /** Waits until the files are other than before, and for a moment no longer change. */
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

    /** The first file that is other than before, and how many more are. */
    private static String difference(Map<String, String> before, Map<String, String> now) {
        Map<String, String> changed = new TreeMap<>(now);
        changed.entrySet().removeAll(before.entrySet());
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changed.put(name, ""));
        String first = changed.keySet().iterator().next();
        return changed.size() == 1 ? first : first + " and " + (changed.size() - 1) + " more";
    }

    /** Size, time and identity of each file. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.find(folder, DEPTH, PackWatch::counts, new FileVisitOption[0])) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    state.put(name, of.size() + " " + of.lastModifiedTime() + " " + of.fileKey());
                } catch (IOException e) {
                    // gone since it was listed, as editors' drafts are
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // no such folder, for now
        }
        return state;
    }

    /** Editors keep drafts beside a file, in hidden ones. */
    private static boolean counts(Path file, BasicFileAttributes of) {
        return of.isRegularFile() && !String.valueOf(file.getFileName()).startsWith(".");
    }
}
