package dev.winnow.cli.rules;

import dev.winnow.cli.option.Shipped;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the pack to write to, for commands whose argument is something else. */
final class PackPath {

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    /** Where the pack is. */
    Path folder(Shipped shipped) {
        return shipped.find(Shipped.Kind.RULES, rules);
    }
}
