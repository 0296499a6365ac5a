package dev.winnow.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names the universe. */
public final class UniverseOption {

    @Option(
            names = {"-u", "--universe"},
            paramLabel = "PATH",
            description = "Folder or file of a universe, or the name of a shipped one; may be repeated." + " Default: "
                    + Shipped.DEFAULT + ".")
    private final List<String> universes = new ArrayList<>();

    public Path[] paths(Shipped shipped) {
        return universes.isEmpty()
                ? new Path[] {shipped.find(Shipped.Kind.SEEDS, null)}
                : universes.stream()
                        .map(named -> shipped.find(Shipped.Kind.SEEDS, named))
                        .toArray(Path[]::new);
    }
}
