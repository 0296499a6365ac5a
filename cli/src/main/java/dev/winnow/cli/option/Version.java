package dev.winnow.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of winnow, from the manifest of its jar. */
public final class Version implements IVersionProvider {

    /** The number; null if it is not packaged. */
    public static @Nullable String number() {
        return Version.class.getPackage().getImplementationVersion();
    }

    @Override
    public String[] getVersion() {
        String number = number();
        return new String[] {"winnow " + (number == null ? "(not packaged)" : number)};
    }
}
