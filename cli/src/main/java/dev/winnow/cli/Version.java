package dev.winnow.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version of winnow, from the manifest of its jar. */
final class Version implements IVersionProvider {

    /** The number; null if it is not packaged. */
    static @Nullable String number() {
        return Version.class.getPackage().getImplementationVersion();
    }

    @Override
    public String[] getVersion() {
        String number = number();
        return new String[] {"winnow " + (number == null ? "(not packaged)" : number)};
    }
}
