package dev.winnow.cli;

import dev.winnow.console.Program;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Runs the command lines that it reads, one after the other, in the folder in which it was started: a JVM for each would
 * cost more than the commands. Writes each exit code, and the length and bytes of both outputs together.
 */
final class TypedProgram {

    private TypedProgram() {}

    public static void main(String[] none) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        DataOutputStream answers = new DataOutputStream(System.out);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintWriter err = new PrintWriter(new OutputStreamWriter(printed, StandardCharsets.UTF_8), true);
            int exit = Program.run(
                    new Terminal(printed, err, System::getenv, false), RulePack::forScreening, line.split(" "));
            err.flush();
            answers.writeInt(exit);
            answers.writeInt(printed.size());
            printed.writeTo(answers);
            answers.flush();
        }
    }
}
