package dev.winnow.compare.difference;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads objects from git; runs no hook, filter or pager, and fetches nothing. */
final class Git {

    /** Time limit for a git process that hangs; generous, because the machine may be busy. */
    private static final int SECONDS = 600;

    private final Path folder;

    /** @param folder the working directory of git */
    Git(Path folder) {
        this.folder = folder;
    }

    /** Returns the output of a git command; null if git fails. */
    byte @Nullable [] ask(@Nullable Path input, String... words) {
        Path answer = null;
        try {
            answer = Files.createTempFile("winnow-git", "");
            return run(input, answer, words) == 0 ? Files.readAllBytes(answer) : null;
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN, Message.of("cannot read the output of git: %s", PrintOptions.reason(e)));
        } finally {
            delete(answer);
        }
    }

    /** Returns the output as one line of text; null if git fails. */
    @Nullable
    String line(String... words) {
        byte[] answer = ask(null, words);
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8).stripTrailing();
    }

    private int run(@Nullable Path input, Path answer, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "--no-pager",
                "--no-optional-locks",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.quotePath=false"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("LC_ALL", "C", "GIT_TERMINAL_PROMPT", "0", "GIT_NO_LAZY_FETCH", "1"));
        if (input != null) {
            builder.redirectInput(input.toFile());
        }
        Process process = start(builder);
        try {
            if (input == null) {
                process.getOutputStream().close();
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new Refusal(Exit.COULD_NOT_RUN, Message.of("git did not answer within %s seconds", SECONDS));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("stopped while git was at work"));
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(ProcessBuilder builder) {
        File folder = builder.directory();
        if (folder != null && !folder.isDirectory()) {
            throw new Refusal(Exit.PROBLEMS, Message.of("`%s` is not a folder", Columns.clean(folder.toString())));
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of("a revision can only be read with git, which is not installed here"));
        }
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
