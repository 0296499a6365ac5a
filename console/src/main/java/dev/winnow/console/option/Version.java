package dev.winnow.console.option;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of winnow and its commit, from the manifest of its jar, and the version of Java. */
public final class Version implements IVersionProvider {

    /** A file that only the jar of the program contains. */
    private static final String PROGRAM = "META-INF/winnow/program";

    /** Returns the version number; null if winnow is not packaged. */
    public static @Nullable String number() {
        return attribute(Attributes.Name.IMPLEMENTATION_VERSION.toString());
    }

    /** Returns the output of {@code --version}. */
    public static String lines() {
        return line(number(), commit()) + "\n" + java() + "\n";
    }

    static String line(@Nullable String number, @Nullable String commit) {
        if (number == null) {
            return "winnow (not packaged)";
        }
        return "winnow " + number
                + (commit == null ? ", of an unknown commit: built without git" : ", commit " + commit);
    }

    /** Returns the commit, with {@code -dirty} if files differed from it; null if unknown. */
    public static @Nullable String commit() {
        return attribute("Winnow-Commit");
    }

    /** Returns an attribute of the jar of the program, which contains {@link #PROGRAM}; null without one. */
    private static @Nullable String attribute(String name) {
        URL program = Version.class.getClassLoader().getResource(PROGRAM);
        if (program == null || !program.getProtocol().equals("jar")) {
            return null;
        }
        try (InputStream in = new URL(program.toString().replace(PROGRAM, "META-INF/MANIFEST.MF")).openStream()) {
            String value = new Manifest(in).getMainAttributes().getValue(name);
            return value == null || value.isBlank() ? null : value;
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns the version of Java, such as {@code Java 17.0.21 (Debian)}. */
    public static String java() {
        return "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    @Override
    public String[] getVersion() {
        return lines().split("\n");
    }
}
