package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Notices;
import dev.winnow.model.internal.history.Dossier;
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

    /**
     * Which facts a universe is asked for: those of the packs named, else those of the shipped packs that it is written for.
     *
     * @param dossiers what the universe states
     */
    public Vocabulary asked(Shipped shipped, List<Dossier> dossiers) {
        return packs.isEmpty() ? FactsInUse.of(shipped.vocabularies(), dossiers) : named(shipped, Vocabulary.core());
    }

    /** The core with what the packs named declare; where none is named, another vocabulary. */
    public Vocabulary named(Shipped shipped, Vocabulary otherwise) {
        if (packs.isEmpty()) {
            return otherwise;
        }
        Vocabulary asked = Vocabulary.core();
        for (String named : packs) {
            asked = asked.and(
                    Vocabulary.read(shipped.find(Shipped.Kind.RULES, named), new ArrayList<>()), new ArrayList<>());
        }
        return asked;
    }

    /** Which facts may be stated; what is wrong in the packs' vocabularies is reported. */
    public Vocabulary read(Shipped shipped, Notices notices) {
        List<Path> folders = packs.stream()
                .map(named -> shipped.find(Shipped.Kind.RULES, named))
                .toList();
        return shipped.vocabulary(folders, notices::problems);
    }
}
