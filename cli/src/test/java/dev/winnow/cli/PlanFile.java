package dev.winnow.cli;

import dev.winnow.cli.option.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs a command by plans that a test writes.
 *
 * @param command the command
 * @param folder where the plans are written
 */
record PlanFile(String command, Path folder) {

    /** What the command does with a plan. */
    Run run(String plan, String... more) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, plan);
        return Run.winnow(Stream.concat(Stream.of(command, file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** What was said on the error stream, wherever the folder is. */
    String said(Run run) {
        return run.err().replace(folder.toString(), "FOLDER");
    }
}
