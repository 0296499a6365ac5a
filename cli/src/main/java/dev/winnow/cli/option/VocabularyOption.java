package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Notices;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that names the packs whose facts may be stated, for commands that run no rules. */
public final class VocabularyOption {

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack whose facts may be stated besides those of the shipped packs; may be"
                    + " repeated.")
    private final List<String> packs = new ArrayList<>();

    /** Which facts may be stated; what is wrong in the packs' vocabularies is reported. */
    public Vocabulary read(Shipped shipped, Notices notices) {
        List<Path> folders = packs.stream()
                .map(named -> shipped.find(Shipped.Kind.RULES, named))
                .toList();
        return shipped.vocabulary(folders, notices::problems);
    }
}
