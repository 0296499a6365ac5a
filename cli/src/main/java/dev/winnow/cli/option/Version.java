package dev.winnow.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of winnow, from the manifest of its jar. */
public final class Version implements IVersionProvider {

    /** The number; null if it is not packaged. */
    public static @Nullable String number() {
        return Version.class.getPackage().getImplementationVersion();
    }

    /** The line that {@code --version} prints. */
    public static String line() {
        String number = number();
        return "winnow " + (number == null ? "(not packaged)" : number) + "\n";
    }

    @Override
    public String[] getVersion() {
        return new String[] {line().strip()};
    }
}
