package dev.winnow.commands.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the answers of a user at a terminal, one line each. */
public final class TerminalAnswers {

    private final BufferedReader lines;

    public TerminalAnswers(Reader lines) {
        this.lines = new BufferedReader(lines);
    }

    /** Reads standard input. */
    public static TerminalAnswers system() {
        return new TerminalAnswers(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    /** Returns the next answer; null at the end of input. */
    @Nullable
    public String next() {
        try {
            String line = lines.readLine();
            return line == null ? null : line.strip();
        } catch (IOException e) {
            return null;
        }
    }
}
