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

    /** Returns the version number; null if winnow is not packaged. */
    public static @Nullable String number() {
        return Version.class.getPackage().getImplementationVersion();
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
        String place = Version.class.getName().replace('.', '/') + ".class";
        URL own = Version.class.getClassLoader().getResource(place);
        if (own == null || !own.getProtocol().equals("jar")) {
            return null;
        }
        try (InputStream in = new URL(own.toString().replace(place, "META-INF/MANIFEST.MF")).openStream()) {
            Attributes attributes = new Manifest(in).getMainAttributes();
            String commit = attributes.getValue("Winnow-Commit");
            return commit == null || commit.isBlank() ? null : commit;
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
