package dev.winnow.console.option;

import dev.winnow.console.workspace.Workspace;
import dev.winnow.model.source.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code --universe} option. */
public final class UniverseOption {

    @Option(
            names = {"-u", "--universe"},
            paramLabel = "PATH",
            description = "Folder or file of a universe, or the name of a shipped one; may be repeated." + " Default: "
                    + Shipped.DEFAULT + ".")
    private final List<String> universes = new ArrayList<>();

    @Mixin
    private final RateOption rates = new RateOption();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Returns the workspace whose lists are screened; null if the command runs in none, or names a universe. */
    public @Nullable Workspace workspace() {
        return WorkspaceDefaults.of(command);
    }

    /** Returns the files and folders of the universe, including files with rates. */
    public Path[] paths(Shipped shipped) {
        Stream<Path> named = universes.isEmpty()
                ? Stream.of(shipped.find(Shipped.Kind.SEEDS, null))
                : universes.stream().map(word -> shipped.find(Shipped.Kind.SEEDS, word));
        return Stream.concat(named, rates.files().stream()).toArray(Path[]::new);
    }

    /** Returns the universes as named on the command line. */
    public List<String> named() {
        return List.copyOf(universes);
    }

    /** Returns the documents that the command line states: its rates. */
    public List<Node> documents() {
        return rates.documents();
    }
}
