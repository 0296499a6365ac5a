package dev.winnow.portfolio;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs a command with plan files.
 *
 * @param command the command
 * @param folder the folder of the plans
 */
public record PlanFile(String command, Path folder) {

    /** Runs the command with a plan. */
    public Run run(String plan, String... more) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, plan);
        return Run.winnow(Stream.concat(Stream.of(command, file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Returns the error output without the folder. */
    public String said(Run run) {
        return run.err().replace(folder.toString(), "FOLDER");
    }
}
