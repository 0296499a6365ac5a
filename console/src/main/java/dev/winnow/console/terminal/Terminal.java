package dev.winnow.console.terminal;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The streams that a command prints to, always in UTF-8 and with plain line feeds.
 *
 * @param out receives results
 * @param err receives everything else
 * @param environment looks up an environment variable; null if it is not set
 * @param interactive whether the output is a terminal
 * @param wording the texts in the output language
 */
public record Terminal(
        OutputStream out,
        PrintWriter err,
        UnaryOperator<@Nullable String> environment,
        boolean interactive,
        Wording wording) {

    private static final int BUFFER = 1 << 16;

    /** Creates a terminal with English texts. */
    public Terminal(
            OutputStream out, PrintWriter err, UnaryOperator<@Nullable String> environment, boolean interactive) {
        this(out, err, environment, interactive, Wording.inLanguage(Language.EN));
    }

    /** Returns this terminal with another output language. */
    public Terminal speaking(Language language) {
        return language == wording.language()
                ? this
                : new Terminal(out, err, environment, interactive, Wording.inLanguage(language));
    }

    /** Returns this terminal with another value of an environment variable. */
    public Terminal with(String variable, String value) {
        return new Terminal(
                out, err, name -> variable.equals(name) ? value : environment.apply(name), interactive, wording);
    }

    /** Returns the streams of the process. */
    public static Terminal system() {
        return new Terminal(
                new ClosableOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER)),
                new PrintWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true),
                System::getenv,
                watched());
    }

    /** Reads the launcher's property; without it, the JVM has a console only if input and output are both terminals. */
    private static boolean watched() {
        String property = System.getProperty("winnow.terminal");
        return property != null ? property.equals("true") : isTerminal(System.console());
    }

    /** On Java 22 and newer, a console can exist without a terminal; {@code Console.isTerminal} tells the two apart. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Returns the width of the terminal, 20 to 9999 columns; 80 if unknown. */
    public int columns() {
        String columns = environment.apply("COLUMNS");
        return interactive && columns != null && columns.matches("[2-9]\\d|[1-9]\\d{2,3}")
                ? Integer.parseInt(columns)
                : Columns.PAGE;
    }

    /** Prints a line on the error stream. */
    public void say(String text) {
        err.print(text + "\n");
        err.flush();
    }

    /** Prints a message of winnow on one line, with long quotations shortened. */
    public void message(Message message) {
        say(wording.sentence("winnow: %s", Columns.clean(wording.say(message.plain()))));
    }

    /** Whether an environment variable is set and not empty. */
    public boolean isSet(String variable) {
        String value = environment.apply(variable);
        return value != null && !value.isEmpty();
    }
}
